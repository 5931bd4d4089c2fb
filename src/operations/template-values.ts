//! Values for the parameters of a template, in the ways that commands, actions and tasks are given them.

import { type Word, wordPrefix, wordText } from '../domain/call.ts';
import { valueAfter } from '../domain/command-line-draft.ts';
import type { Runs } from '../domain/operation.ts';
import type { Span } from '../domain/span.ts';
import { isMissing, known, type Value } from '../domain/value.ts';
import { wordsOfValue } from '../domain/value-words.ts';

export interface TemplateValues {
  readonly inputs: ReadonlyMap<string, Value<string>>;
  readonly valueFiles: readonly Value<string>[];
}

export const NO_VALUES: TemplateValues = { inputs: new Map(), valueFiles: [] };

/** The run of a template, or of a file of values that says which template it is for. */
export const templateRun = (path: Value<string>, values: TemplateValues): Runs => ({
  kind: 'routine',
  type: 'bicep-file',
  path,
  ...values,
  verb: 'deploys',
  action: 'create',
});

export const valuesInFile = (file: Value<string>): TemplateValues =>
  isMissing(file) ? NO_VALUES : { ...NO_VALUES, valueFiles: [file] };

/** Both; what the second says counts more. */
export const withValues = (first: TemplateValues, second: TemplateValues): TemplateValues => ({
  inputs: new Map([...first.inputs, ...second.inputs]),
  valueFiles: [...first.valueFiles, ...second.valueFiles],
});

/** `name=value`, `@file`, `file.json`, as words of a command line, each of them after so many characters. */
export function valuesInWords(words: readonly Word[], from = 0): TemplateValues {
  const inputs = new Map<string, Value<string>>();
  const valueFiles: Value<string>[] = [];
  for (const word of words) {
    const prefix = wordPrefix(word).slice(from);
    const name = /^([A-Za-z_]\w*)=/.exec(prefix)?.[1];
    if (name !== undefined) inputs.set(name, valueAfter(word, from + name.length + 1));
    else valueFiles.push(valueAfter(word, prefix.startsWith('@') ? from + 1 : from));
  }
  return { inputs, valueFiles };
}

/** `-name value -other "a value"`, as the text of an input. */
export function valuesInOptions(options: Value<string>): TemplateValues {
  const inputs = new Map<string, Value<string>>();
  const words = wordsOfValue(options);
  for (const [index, word] of words.entries()) {
    const name = /^-([A-Za-z_]\w*)$/.exec(wordText(word) ?? '')?.[1];
    const next = words[index + 1];
    if (name !== undefined && next) inputs.set(name, valueAfter(next, 0));
  }
  return { ...NO_VALUES, inputs };
}

/** An object, or its JSON: `{"name": "text"}`, `{"name": {"value": "text"}}`. What is not known may give any parameter. */
export function valuesInObject(object: Value<string>): TemplateValues {
  if (isMissing(object) || object.kind === 'absent') return NO_VALUES;
  if (object.kind === 'unknown') {
    return object.entries
      ? { ...NO_VALUES, inputs: object.entries }
      : { ...NO_VALUES, valueFiles: [object] };
  }
  const parsed = parsedJson(object.value);
  if (typeof parsed !== 'object' || parsed === null) return { ...NO_VALUES, valueFiles: [object] };
  const inputs = Object.entries(parsed).map(
    ([name, value]) => [name, valueIn(value, object.at)] as const,
  );
  return { ...NO_VALUES, inputs: new Map(inputs) };
}

/** `undefined` when it is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function valueIn(value: unknown, at: Span): Value<string> {
  if (typeof value !== 'object' || value === null) return known(String(value ?? ''), at);
  if ('value' in value && typeof value.value !== 'object') return known(String(value.value), at);
  return { kind: 'unknown', why: { kind: 'not-evaluated', text: 'a part of JSON' }, at, via: [] };
}
