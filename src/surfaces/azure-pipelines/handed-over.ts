//! Steps, jobs and stages that a template is handed: functions that it calls where it puts them.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/template-parameters

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { DefineStep, Step } from '../../domain/step.ts';
import { entriesOf, itemsOf, type YamlMapping, type YamlNode } from '../../languages/yaml/tree.ts';
import { isBlock } from './blocks.ts';
import { EACH } from './expressions.ts';
import type { Reading } from './reading.ts';
import { nodeValue } from './values.ts';

type Kind = 'stages' | 'jobs' | 'steps';

/** What a list of them does. */
export type Makers = {
  readonly [kind in Kind]: (list: YamlNode, reading: Reading) => readonly Step[];
};

const KEYS: readonly (readonly [Kind, ReadonlySet<string>])[] = [
  ['stages', new Set(['stage'])],
  ['jobs', new Set(['job', 'deployment'])],
  ['steps', new Set(['script', 'bash', 'pwsh', 'powershell', 'task', 'template'])],
];

/** Deeper than this nobody nests. */
const DEPTH_MAX = 50;

/** `undefined` for a list of something else. */
function kindOf(list: YamlNode, depth = 0): Kind | undefined {
  for (const item of itemsOf(list)) {
    const entries = item.kind === 'mapping' ? item.entries : [];
    const found = KEYS.find(([, keys]) => entries.some(it => keys.has(it.key.text)))?.[0];
    const inside = entries.flatMap(it => (isBlock(it.key) && depth < DEPTH_MAX ? it.value : []));
    const kind = found ?? inside.map(it => kindOf(it, depth + 1)).find(it => it !== undefined);
    if (kind) return kind;
  }
  return undefined;
}

/** The entry of an item that names its function: no template asks for such a name. */
const RUN = '%run';

/** A list of what the template may look at, each item with its function; `defines` gets those. */
export function handOver(
  list: YamlNode & { kind: 'sequence' },
  reading: Reading,
  makers: Makers,
  defines: DefineStep[],
): Expression | undefined {
  const kind = kindOf(list);
  if (!kind) return undefined;
  const items = groups(list.items).map((group): Expression => {
    const { at } = group;
    const name = `handed over:${at.path.replaceAll(/[\\/]/g, '|')}:${at.start}`;
    const inner: DefineStep[] = [];
    const [only] = group.items;
    const shown = only?.kind === 'mapping' ? shownEntries(only, reading, makers, inner) : [];
    defines.push(...inner.map(it => ({ ...it, isPrivate: true as const })), {
      kind: 'define',
      name,
      isClosure: true,
      parts: inner.map(it => it.at),
      body: makers[kind](group, { ...reading, handOver: () => undefined }),
      at,
    });
    const run = { name: RUN, value: literal(name, at), at };
    return { kind: 'object', entries: [...shown, run], at };
  });
  return { kind: 'list', items, at: list.at };
}

/** An item by itself; blocks that follow one another together, since an `else` needs its `if`. */
function groups(items: readonly YamlNode[]): readonly (YamlNode & { kind: 'sequence' })[] {
  const all: YamlNode[][] = [];
  let isOpen = false;
  for (const item of items) {
    const isBlocks = item.kind === 'mapping' && item.entries.every(it => isBlock(it.key));
    if (isBlocks && isOpen) all.at(-1)?.push(item);
    else all.push([item]);
    isOpen = isBlocks;
  }
  return all.flatMap(group => {
    const [first] = group;
    return first ? [{ kind: 'sequence', items: group, at: first.at }] : [];
  });
}

/** What of it a template may ask for by itself. */
const OBJECTS: ReadonlySet<string> = new Set(['variables', 'env', 'inputs', 'pool']);

/** Names and flags, and the lists inside, of which a template may take one and leave the rest. */
function shownEntries(
  item: YamlMapping,
  reading: Reading,
  makers: Makers,
  defines: DefineStep[],
): readonly Entry[] {
  return item.entries.flatMap(({ key, value, at }) => {
    const isList = key.text === 'steps' || key.text === 'jobs';
    const list =
      isList && value.kind === 'sequence'
        ? handOver(value, reading, makers, defines)
        : value.kind === 'scalar' || OBJECTS.has(key.text)
          ? nodeValue(value, { ...reading, handOver: () => undefined })
          : undefined;
    return list ? [{ name: key.text, value: list, at }] : [];
  });
}

/** `${{ step }}` is one of them, `${{ parameters.steps }}` are all. */
export function callHanded(of: Expression): readonly Step[] {
  const isOne = of.kind === 'reference' && of.name.startsWith(EACH);
  return isOne ? [callOne(of)] : [callAll(of)];
}

export const callOne = (of: Expression): Step => ({
  kind: 'command',
  words: [{ kind: 'member', of, name: RUN, at: of.at }],
  environment: [],
  at: of.at,
});

function callAll(of: Expression): Step {
  const { at } = of;
  const item: Expression = { kind: 'reference', space: 'variable', name: ITEM, at };
  const items: readonly Expression[] = [{ kind: 'elements', of, at }];
  return { kind: 'loop', variable: ITEM, isInTurn: true, items, body: [callOne(item)], at };
}

const ITEM = `${EACH}item that is handed over`;

export interface HandedList {
  readonly kind: Kind;
  readonly list: YamlNode;
}

/** Where a template is of elsewhere: what it puts them between is not known, but they run. */
export const handedLists = (parameters: YamlNode | undefined): readonly HandedList[] =>
  entriesOf(parameters).flatMap(({ value }) => {
    const kind = value.kind === 'sequence' ? kindOf(value) : undefined;
    return kind ? [{ kind, list: value }] : [];
  });
