//! The scripts and commands of an Azure resource as steps.

import { type Bindings, follow, itemsOf } from './arm-body.ts';
import type { ArmProperty } from './arm-catalogue.ts';
import type { Expression } from './expression.ts';
import { literal, literalOf } from './literal.ts';
import { scriptLanguageOf } from './script-language.ts';
import type { Step } from './step.ts';

/** What the resource says there; `undefined` for a property that is not set. */
export type Given = (row: ArmProperty) => Expression | undefined;

export const programSteps = (
  rows: readonly ArmProperty[],
  given: Given,
  bindings: Bindings,
): readonly Step[] => rows.flatMap(row => stepsOf(row, rows, given, bindings));

function stepsOf(
  row: ArmProperty,
  rows: readonly ArmProperty[],
  given: Given,
  bindings: Bindings,
): readonly Step[] {
  const value = given(row);
  if (!value || literalOf(value) === '') return [];
  switch (row.role) {
    case 'script':
    case 'command-line':
      return scriptStep(row, value, bindings);
    case 'script-uri':
      return [fetchedScript(value)];
    case 'command': {
      const more = rows.find(it => it.role === 'arguments');
      return [command(value, more && given(more), bindings)];
    }
    case 'arguments':
    case 'settings':
    case 'secrets':
    case 'user-name':
    case 'password':
    case 'identity':
      return [];
  }
}

function scriptStep(row: ArmProperty, value: Expression, bindings: Bindings): readonly Step[] {
  const { at } = value;
  const found = follow(value, bindings);
  const told = scriptLanguageOf(found);
  // What machines are given at their start may be anything; a script of a run command is one.
  const language = row.language ?? told ?? (row.encoding ? undefined : 'bash');
  if (language === undefined) return [];
  return [{ kind: 'script', language, source: sourceOf(row, value, found), at }];
}

function sourceOf(row: ArmProperty, value: Expression, found: Expression): Expression {
  const { at } = value;
  if (row.encoding) return { kind: 'call', name: 'decode-base64', args: [value], at };
  if (found.kind === 'list') {
    return { kind: 'call', name: 'join', args: [literal('\n', at), found], at };
  }
  return value;
}

/** By its address; when the end of that names a file of the repository, the file is run. */
const fetchedScript = (path: Expression): Step => ({
  kind: 'run',
  routine: 'script',
  path,
  inputs: [],
  arguments: [],
  sharesProcess: false,
  at: path.at,
});

function command(value: Expression, more: Expression | undefined, bindings: Bindings): Step {
  const words = [value, ...(more ? [more] : [])].flatMap(list => {
    const { known, lists } = itemsOf(list, bindings);
    const rest = lists.map((of): Expression => ({ kind: 'elements', of, at: of.at }));
    return [...known, ...rest];
  });
  return { kind: 'command', words, environment: [], at: value.at };
}
