//! A program that is started with its arguments as a list, without a shell around it: `["bash", "-c", "az login"]`.

import type { Expression } from './expression.ts';
import { literalOf } from './literal.ts';
import { programOfPath } from './program-name.ts';
import { positionalParameters } from './script-arguments.ts';
import type { Span } from './span.ts';
import type { Step } from './step.ts';

const SHELLS: ReadonlySet<string> = new Set(['bash', 'sh', 'dash', 'ksh', 'zsh', 'ash']);
const POWERSHELLS: ReadonlySet<string> = new Set(['pwsh', 'powershell']);

/** They start what comes after their own options, and wait for it. */
const INITS: ReadonlySet<string> = new Set(['tini', 'dumb-init', 'catatonit']);

/** The text that a shell is given is a script of its own; everything else is a command as it stands. */
export function programSteps(words: readonly Expression[], at: Span): readonly Step[] {
  const program = withoutInit(words);
  const [first, ...rest] = program;
  if (!first) return [];
  const name = nameOf(first);
  const steps = SHELLS.has(name)
    ? shellSteps(rest, at)
    : POWERSHELLS.has(name)
      ? powershellSteps(rest, at)
      : undefined;
  return steps ?? [{ kind: 'command', words: program, environment: [], at }];
}

const nameOf = (word: Expression): string => programOfPath(literalOf(word) ?? '');

function withoutInit(words: readonly Expression[]): readonly Expression[] {
  const [first, ...rest] = words;
  if (!first || !INITS.has(nameOf(first))) return words;
  const start = rest.findIndex(it => !literalOf(it)?.startsWith('-'));
  return start < 0 ? [] : rest.slice(start);
}

/** `-c`, `-lc`, `-euxo pipefail -c`, `-c -x`; what stands behind the text are its `$0`, `$1` … */
function shellSteps(words: readonly Expression[], at: Span): readonly Step[] | undefined {
  const flag = words.findIndex(it => /^-[a-z]*c$/.test(literalOf(it) ?? ''));
  const isOption = (it: Expression): boolean => /^[-+]|^pipefail$/.test(literalOf(it) ?? '');
  const behind = words.slice(flag + 1);
  const start = behind.findIndex(it => !isOption(it));
  const [source, ...rest] = start < 0 ? [] : behind.slice(start);
  if (flag < 0 || !source || !words.slice(0, flag).every(isOption)) return undefined;
  const given = rest.slice(1);
  const before =
    given.length > 0 ? [positionalParameters({ kind: 'list', items: given, at: source.at })] : [];
  return [...before, { kind: 'script', language: 'bash', source, at }];
}

/** All words behind `-Command` are one text. */
function powershellSteps(words: readonly Expression[], at: Span): readonly Step[] | undefined {
  const flag = words.findIndex(it =>
    /^-c(?:o|om|omm|omma|omman|ommand)?$/i.test(literalOf(it) ?? ''),
  );
  const [first, ...others] = words.slice(flag + 1);
  if (flag < 0 || !first) return undefined;
  const source: Expression =
    others.length === 0
      ? first
      : { kind: 'join', parts: [first, ...others.flatMap(it => [spaceAt(it.at), it])], at };
  return [{ kind: 'script', language: 'powershell', source, at }];
}

const spaceAt = (at: Span): Expression => ({
  kind: 'text',
  region: { at, text: ' ', segments: [], holes: [] },
  at,
});
