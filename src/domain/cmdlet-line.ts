//! A PowerShell command's words to its parameters, as PowerShell itself matches them: any case, prefixes, aliases.
//! Source: https://github.com/PowerShell/PowerShell/blob/master/src/System.Management.Automation/engine/MergedCommandParameterMetadata.cs

import { type CommandCall, type Word, wordPrefix, wordText, wordValue } from './call.ts';
import { valueAfter } from './command-line-draft.ts';
import { ABSENT, known, textOf, type Value } from './value.ts';

export interface CmdletParameter {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly isSwitch: boolean;
}

export interface CmdletLine {
  /** `absent` when it is not given; a switch alone is `True`. */
  value(name: string): Value<string>;
  has(name: string): boolean;
  /** For a switch: `-Identity:$false` is off, `-Identity:$x` may be either. */
  switched(name: string): 'on' | 'off' | 'unknown';
  /** Parameters that the table does not have, as they are typed. */
  readonly others: ReadonlyMap<string, Value<string>>;
  /** Values that no parameter takes. */
  readonly positionals: readonly Value<string>[];
  /** A hashtable or list of unknown content was spread: it may hold any parameter. */
  readonly opaque: readonly Word[];
  /** What PowerShell would refuse. */
  readonly errors: readonly string[];
}

/** `Tenant Domain TenantId` is a name and its aliases; a `!` in front makes it a switch. */
export const cmdletParameters = (rows: readonly string[]): readonly CmdletParameter[] =>
  rows.map(row => {
    const [name = '', ...aliases] = row.replace(/^!/, '').split(' ');
    return { name, aliases, isSwitch: row.startsWith('!') };
  });

/** Every cmdlet has them; they give way to its own. */
const COMMON = cmdletParameters([
  '!Verbose vb',
  '!Debug db',
  'ErrorAction ea',
  'WarningAction wa',
  'InformationAction infa',
  'ProgressAction proga',
  'ErrorVariable ev',
  'WarningVariable wv',
  'InformationVariable iv',
  'OutVariable ov',
  'OutBuffer ob',
  'PipelineVariable pv',
  '!WhatIf wi',
  '!Confirm cf',
]);

interface Draft {
  readonly values: Map<string, Value<string>>;
  readonly others: Map<string, Value<string>>;
  readonly positionals: Value<string>[];
  readonly opaque: Word[];
  readonly errors: string[];
}

export function readCmdletLine(
  call: CommandCall,
  parameters: readonly CmdletParameter[],
): CmdletLine {
  const draft: Draft = {
    values: new Map(),
    others: new Map(),
    positionals: [],
    opaque: [],
    errors: [],
  };
  const words = call.words.slice(1);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word && takeWord(word, words[index + 1], parameters, draft)) index += 1;
  }
  const { values, ...rest } = draft;
  const value = (name: string): Value<string> => values.get(name) ?? ABSENT;
  return {
    ...rest,
    value,
    has: name => values.has(name),
    switched: name => switchOf(value(name)),
  };
}

/** True when it took the next word too. */
function takeWord(
  word: Word,
  next: Word | undefined,
  parameters: readonly CmdletParameter[],
  draft: Draft,
): boolean {
  const typed = typedName(word);
  if (!typed) {
    if (word.splits && wordText(word) === undefined) draft.opaque.push(word);
    else draft.positionals.push(wordValue(word));
    return false;
  }
  const found = matching(typed.name, parameters);
  if (found === 'ambiguous') {
    draft.errors.push(`the parameter name \`${typed.name}\` is ambiguous`);
    return false;
  }
  const takesNext = !typed.value && !found?.isSwitch && next !== undefined && isValue(next);
  const value = typed.value ?? (takesNext ? wordValue(next) : known('True', word.at));
  if (found) draft.values.set(found.name, value);
  else draft.others.set(typed.name, value);
  return takesNext;
}

function switchOf(value: Value<string>): 'on' | 'off' | 'unknown' {
  if (value.kind === 'absent') return 'off';
  const text = textOf(value);
  if (text === undefined) return 'unknown';
  return /^(?:false|0|)$/i.test(text) ? 'off' : 'on';
}

const TYPED = /^[-\u2013\u2014\u2015]([A-Za-z_]\w*)(:?)/;

/** `undefined` for a value. */
function typedName(
  word: Word,
): { readonly name: string; readonly value?: Value<string> } | undefined {
  const prefix = wordPrefix(word);
  const [whole = '', name, colon] = TYPED.exec(prefix) ?? [];
  if (name === undefined) return undefined;
  if (colon === ':') return { name, value: valueAfter(word, whole.length) };
  return prefix.length === whole.length && wordText(word) !== undefined ? { name } : undefined;
}

const isValue = (word: Word): boolean =>
  typedName(word) === undefined && !(word.splits && wordText(word) === undefined);

/** A whole name or alias; else the beginning of those of one parameter, its own before the common ones. */
function matching(
  typed: string,
  parameters: readonly CmdletParameter[],
): CmdletParameter | 'ambiguous' | undefined {
  const name = typed.toLowerCase();
  const namesOf = (it: CmdletParameter): readonly string[] =>
    [it.name, ...it.aliases].map(spelling => spelling.toLowerCase());
  const exact = [...parameters, ...COMMON].find(it => namesOf(it).includes(name));
  if (exact) return exact;
  for (const table of [parameters, COMMON]) {
    const found = table.filter(it => namesOf(it).some(full => full.startsWith(name)));
    if (found.length > 0) return found.length === 1 ? found[0] : 'ambiguous';
  }
  return undefined;
}
