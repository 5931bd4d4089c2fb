//! What is known of a Makefile before its targets are read: its macros, and variables whose text stands in it as it is.

import type { Region } from '../../domain/region.ts';
import type { Expanding } from '../../languages/make/expand.ts';
import type { MakeAssign, MakeItem, Stretch } from '../../languages/make/tree.ts';

export interface Reading {
  readonly items: readonly MakeItem[];
  readonly expanding: Expanding;
  /** Variables that are assigned once, without a condition, and need nothing else. */
  readonly plain: ReadonlyMap<string, string>;
  /** What recipes are written in. */
  readonly language: string;
  /** All lines of a recipe go to one shell. */
  readonly isOneShell: boolean;
  /** `.DEFAULT_GOAL`. */
  readonly goal: string | undefined;
}

export function readingOf(items: readonly MakeItem[], region: Region): Reading {
  const textOf = ({ start, end }: Stretch): string => region.text.slice(start, end);
  const assigns = items.filter(it => it.kind === 'assign');
  const macros = new Map<string, Stretch>();
  const callable = new Map<string, Stretch>();
  for (const { isDefine, operator, name, value } of assigns) {
    if (isDefine) macros.set(textOf(name), value);
    else if (operator === '=') callable.set(textOf(name), value);
  }
  const plain = plainOf(assigns, textOf);
  const quiet = quietOf(assigns, textOf);
  const targets = items.flatMap(it => (it.kind === 'rule' ? [textOf(it.targets)] : []));
  return {
    items,
    expanding: { region, macros, callable, quiet, bound: new Map(), depth: 0 },
    plain,
    language: languageOf(plain.get('SHELL') ?? ''),
    isOneShell: targets.includes('.ONESHELL'),
    goal: plain.get('.DEFAULT_GOAL'),
  };
}

function plainOf(
  assigns: readonly MakeAssign[],
  textOf: (stretch: Stretch) => string,
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const plain = new Map<string, string>();
  for (const assign of assigns) {
    const name = textOf(assign.name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const value = textOf(assign.value);
    const isPlain = !value.includes('$') && assign.operator !== 'shell' && !assign.isDefine;
    if (isPlain && assign.guards.length === 0) plain.set(name, value);
  }
  return new Map([...plain].filter(([name]) => counts.get(name) === 1));
}

/** However often they are assigned, and under whatever conditions. */
function quietOf(
  assigns: readonly MakeAssign[],
  textOf: (stretch: Stretch) => string,
): ReadonlySet<string> {
  const isQuiet = ({ value }: MakeAssign): boolean => /^[@+-]*$/.test(textOf(value));
  const loud = new Set(assigns.filter(it => !isQuiet(it)).map(it => textOf(it.name)));
  return new Set(assigns.map(it => textOf(it.name)).filter(it => !loud.has(it)));
}

function languageOf(shell: string): string {
  if (/\b(?:pwsh|powershell)\b/i.test(shell)) return 'powershell';
  if (/\bcmd(?:\.exe)?\b/i.test(shell)) return 'batch';
  return /\bpython[\d.]*\b/.test(shell) ? 'python' : 'bash';
}

/** Names apart by white space, plain variables put in; one that needs more is left out. */
export function namesIn(stretch: Stretch, { expanding, plain }: Reading): readonly string[] {
  const spelled = expanding.region.text.slice(stretch.start, stretch.end);
  const filled = spelled.replace(
    /\$[({]([\w.-]+)[)}]/g,
    (whole, name: string) => plain.get(name) ?? whole,
  );
  return filled
    .replace(/\\\r?\n/g, ' ')
    .split(/\s+/)
    .filter(it => it !== '' && !it.includes('$'));
}
