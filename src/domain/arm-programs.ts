//! The scripts and commands of an Azure resource as steps.

import { programSteps as startedSteps } from './argument-vector.ts';
import { type Bindings, follow, itemsOf } from './arm-body.ts';
import type { ArmProperty } from './arm-catalogue.ts';
import type { Expression } from './expression.ts';
import { literal, literalOf } from './literal.ts';
import { argumentWords, positionalParameters } from './script-arguments.ts';
import { scriptLanguageOf } from './script-language.ts';
import type { Step } from './step.ts';

/** What the resource says there; `undefined` for a property that is not set. */
export type Given = (row: ArmProperty) => Expression | undefined;

/** A row that the resource may hold. */
export interface HeldRow extends ArmProperty {
  /** For a script whose language another property tells. */
  readonly languageFrom?: Expression;
}

export const programSteps = (
  rows: readonly HeldRow[],
  given: Given,
  bindings: Bindings,
): readonly Step[] => rows.flatMap(row => stepsOf(row, rows, given, bindings));

function stepsOf(
  row: HeldRow,
  rows: readonly HeldRow[],
  given: Given,
  bindings: Bindings,
): readonly Step[] {
  const value = given(row);
  if (!value || literalOf(value) === '') return [];
  switch (row.role) {
    case 'script':
      return [...argumentSteps(rows, given, bindings), ...scriptStep(row, value, bindings)];
    case 'command-line':
      return scriptStep(row, value, bindings);
    case 'script-uri':
      return [fetchedScript(value, givenArguments(rows, given, bindings))];
    case 'command': {
      const more = rows.find(it => it.role === 'arguments');
      return commandSteps(value, more && given(more), bindings);
    }
    case 'script-arguments':
    case 'arguments':
    case 'settings':
    case 'secrets':
    case 'user-name':
    case 'password':
    case 'identity':
      return [];
  }
}

function givenArguments(
  rows: readonly ArmProperty[],
  given: Given,
  bindings: Bindings,
): readonly Expression[] {
  const row = rows.find(it => it.role === 'script-arguments' && it.language === 'bash');
  const line = row && given(row);
  return line ? argumentWords(follow(line, bindings)) : [];
}

function argumentSteps(
  rows: readonly ArmProperty[],
  given: Given,
  bindings: Bindings,
): readonly Step[] {
  const items = givenArguments(rows, given, bindings);
  const [first] = items;
  return first ? [positionalParameters({ kind: 'list', items, at: first.at })] : [];
}

function scriptStep(row: HeldRow, value: Expression, bindings: Bindings): readonly Step[] {
  const { at } = value;
  const found = follow(value, bindings);
  const told = scriptLanguageOf(found);
  // What machines are given at their start may be anything; a script of a run command is one.
  const language = row.language ?? told;
  const source = sourceOf(row, value, found);
  if (language !== undefined) return [{ kind: 'script', language, source, at }];
  const { languageFrom } = row;
  if (languageFrom) return [{ kind: 'script', language: '', languageFrom, source, at }];
  return row.encoding ? [] : [{ kind: 'script', language: 'bash', source, at }];
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
const fetchedScript = (path: Expression, words: readonly Expression[]): Step => ({
  kind: 'run',
  routine: 'script',
  path,
  inputs: [],
  arguments: words,
  sharesProcess: false,
  at: path.at,
});

function commandSteps(
  value: Expression,
  more: Expression | undefined,
  bindings: Bindings,
): readonly Step[] {
  const words = [value, ...(more ? [more] : [])].flatMap(list => {
    const { known, lists } = itemsOf(list, bindings);
    const rest = lists.map((of): Expression => ({ kind: 'elements', of, at: of.at }));
    return [...known, ...rest];
  });
  return startedSteps(words, value.at);
}
