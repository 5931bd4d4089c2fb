//! The Bicep file that `az deployment … create` and `az stack … create` deploy.

import { wordPrefix } from '../../domain/call.ts';
import type { Runs } from '../../domain/operation.ts';
import { textOf, type Value } from '../../domain/value.ts';
import { type AzCommand, argumentsOf, argumentValue, optionValue } from './command.ts';

const CREATES = /^(?:deployment|stack)(?: (?:group|sub|mg|tenant))? create$/;

export function deployedFiles(command: AzCommand): readonly Runs[] {
  if (!CREATES.test(command.name)) return [];
  const { inputs, files } = parametersOf(command);
  const template = optionValue(command, '--template-file', '-f');
  // A parameter file names its template itself.
  const path =
    template.kind === 'absent' ? files.find(it => textOf(it)?.endsWith('.bicepparam')) : template;
  return path
    ? [
        {
          kind: 'routine',
          type: 'bicep-file',
          path,
          inputs,
          valueFiles: files,
          verb: 'deploys',
          action: 'create',
        },
      ]
    : [];
}

/** `name=value`, `@file`, `file.json`, `file.bicepparam`. */
function parametersOf(command: AzCommand): {
  readonly inputs: ReadonlyMap<string, Value<string>>;
  readonly files: readonly Value<string>[];
} {
  const inputs = new Map<string, Value<string>>();
  const files: Value<string>[] = [];
  for (const { word, from } of argumentsOf(command, '--parameters', '-p')) {
    const prefix = wordPrefix(word).slice(from);
    const name = /^([A-Za-z_]\w*)=/.exec(prefix)?.[1];
    if (name !== undefined) {
      inputs.set(name, argumentValue({ word, from: from + name.length + 1 }));
    } else if (!prefix.startsWith('{')) {
      files.push(argumentValue({ word, from: prefix.startsWith('@') ? from + 1 : from }));
    }
  }
  return { inputs, files };
}
