//! `extra_arguments`: variables of the process that Terraform runs in, and files of values.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { literalOf, text } from '../../domain/literal.ts';
import { subRegion } from '../../domain/region.ts';
import type { Step } from '../../domain/step.ts';
import { argumentOf, type Block, entriesOf } from '../hcl-block.ts';
import { limited } from './hooks.ts';
import { VALUE_FILES } from './unit.ts';

export const extraSteps = (terraform: Block): readonly Step[] =>
  terraform.blocks('extra_arguments').flatMap(extra => {
    const under = limited(argumentOf(extra, 'commands'));
    const variables = entriesOf(argumentOf(extra, 'env_vars')).map(({ name, value, at }) =>
      assigned(name, value, at, under),
    );
    const files = [...filesOf(extra), ...filesIn(argumentOf(extra, 'arguments'))];
    if (files.length === 0) return variables;
    const { at } = extra;
    const list: Expression = { kind: 'list', items: files, at };
    return [...variables, assigned(VALUE_FILES, list, at, { ...under, appends: true })];
  });

const filesOf = (extra: Block): readonly Expression[] =>
  ['required_var_files', 'optional_var_files']
    .map(it => argumentOf(extra, it))
    .flatMap(it => (it?.kind === 'list' ? it.items : []));

const OPTION = '-var-file';

/** `["-var-file", "x.tfvars"]`, or `["-var-file=x.tfvars"]`. */
function filesIn(args: Expression | undefined): readonly Expression[] {
  if (args?.kind !== 'list') return [];
  return args.items.flatMap((item, index) => {
    const next = args.items[index + 1];
    if (literalOf(item) === OPTION) return next ? [next] : [];
    return fileInWord(item);
  });
}

/** What follows `-var-file=` in one word. */
function fileInWord(word: Expression): readonly Expression[] {
  const start = `${OPTION}=`;
  if (word.kind !== 'text' || !word.region.text.startsWith(start)) return [];
  const { region } = word;
  return [text(subRegion(region, start.length, region.text.length))];
}
