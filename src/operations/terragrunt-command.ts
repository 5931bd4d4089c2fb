//! A command of Terragrunt, wherever it is written: the unit that it runs, or every unit below a folder.

import type { Word } from '../domain/call.ts';
import { type Effects, NO_EFFECTS } from '../domain/operation.ts';
import type { Root } from '../domain/root.ts';
import type { Surroundings } from '../domain/sign-in.ts';
import type { Span } from '../domain/span.ts';
import { isMissing, known, type Value } from '../domain/value.ts';
import { terraformEffects } from './terraform-command.ts';
import { TERRAFORM_ROOT } from './terraform-root.ts';
import { terragruntLine } from './terragrunt-line.ts';

const UNIT = 'terragrunt.hcl';

const TERRAGRUNT_ROOT: Root = { ...TERRAFORM_ROOT, runsIn: 'folder-of-path', hasHooks: true };

/** `words` are those after the command. */
export function terragruntEffects(
  at: Span,
  words: readonly Word[],
  context: Surroundings,
): Effects {
  const line = terragruntLine(words);
  if (!line) return NO_EFFECTS;
  const folder = line.folder ?? variable('WORKING_DIR', context) ?? known('.', at);
  const file = line.file ?? variable('CONFIG', context) ?? inFolder(folder);
  const unit = { type: 'terragrunt-file', root: TERRAGRUNT_ROOT };
  return terraformEffects({ at, program: 'terragrunt', words: line.words }, context, () =>
    line.isAll ? { ...unit, path: folder, everyBelow: UNIT } : { ...unit, path: file },
  );
}

/** By its name, and by the one that it had before. */
const variable = (name: string, { environment }: Surroundings): Value<string> | undefined =>
  [`TG_${name}`, `TERRAGRUNT_${name}`].map(environment).find(it => !isMissing(it));

const inFolder = (folder: Value<string>): Value<string> =>
  folder.kind === 'known' ? { ...folder, value: `${folder.value}/${UNIT}` } : folder;
