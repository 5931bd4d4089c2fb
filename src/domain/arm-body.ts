//! Ways into the body of an Azure resource that is written as expressions.

import type { Expression } from './expression.ts';

/** The values of the names that the file binds, by name. */
export type Bindings = ReadonlyMap<string, Expression>;

/** Names that stand for names; longer chains are not followed. */
const FOLLOWED_MAX = 32;

/** Lists joined of lists by name can double at each; no resource has as many parts. */
const VISITS_MAX = 2_000;

interface Visits {
  left: number;
}

/** What a bound name stands for, and what JSON text says. */
export function follow(expression: Expression, bindings: Bindings): Expression {
  let found = expression;
  for (let followed = 0; followed < FOLLOWED_MAX; followed += 1) {
    const inner = innerOf(found, bindings);
    if (!inner) break;
    found = inner;
  }
  return found;
}

function innerOf(expression: Expression, bindings: Bindings): Expression | undefined {
  if (expression.kind === 'reference' && expression.space === 'local') {
    return bindings.get(expression.name);
  }
  const isJson =
    expression.kind === 'call' &&
    (expression.name === 'encode-json' || expression.name === 'decode-json');
  return isJson ? expression.args[0] : undefined;
}

/** `properties.source.script`; `undefined` when the body surely lacks it, the whole body for an empty path. */
export function partOf(body: Expression, path: string, bindings: Bindings): Expression | undefined {
  const visits: Visits = { left: VISITS_MAX };
  let part: Expression | undefined = body;
  for (const name of path.split('.')) {
    if (name === '') continue;
    part = part && memberOf(part, name, bindings, visits);
  }
  return part;
}

function memberOf(
  of: Expression,
  name: string,
  bindings: Bindings,
  visits: Visits,
  depth = 0,
): Expression | undefined {
  visits.left -= 1;
  if (visits.left < 0 || depth > FOLLOWED_MAX) return undefined;
  const body = follow(of, bindings);
  const inside = (it: Expression): Expression | undefined =>
    memberOf(it, name, bindings, visits, depth + 1);
  switch (body.kind) {
    case 'object':
      return body.entries.findLast(it => it.name.toLowerCase() === name.toLowerCase())?.value;
    case 'choice': {
      const options = body.options.flatMap(it => inside(it) ?? []);
      const [only] = options;
      if (options.length < 2) return only;
      const isWhole = options.length === body.options.length;
      const when = isWhole && body.when ? { when: body.when } : {};
      return { kind: 'choice', options, ...when, at: body.at };
    }
    case 'call':
      if (body.name === 'merge') return mergedMember(body.args.flatMap(it => inside(it) ?? []));
      return { kind: 'member', of: body, name, at: body.at };
    case 'reference':
    case 'member':
      return { kind: 'member', of: body, name, at: body.at };
    case 'text':
    case 'join':
    case 'list':
    case 'elements':
    case 'split':
    case 'output':
    case 'unknown':
      return undefined;
  }
}

/** The last wins, but what is spelled out wins over what somebody may give. */
const mergedMember = (found: readonly Expression[]): Expression | undefined =>
  found.findLast(it => it.kind !== 'member') ?? found.at(-1);

export interface Items {
  readonly known: readonly Expression[];
  /** Lists of which the items are not spelled out. */
  readonly lists: readonly Expression[];
}

/** All items that any part of a list may bring. */
export function itemsOf(list: Expression, bindings: Bindings): Items {
  const items = { known: [], lists: [] };
  collectItems(list, bindings, items, { left: VISITS_MAX }, 0);
  return items;
}

function collectItems(
  list: Expression,
  bindings: Bindings,
  into: { known: Expression[]; lists: Expression[] },
  visits: Visits,
  depth: number,
): void {
  visits.left -= 1;
  if (visits.left < 0 || depth > FOLLOWED_MAX) return;
  const body = follow(list, bindings);
  const parts = partsOf(body);
  if (!parts) into.lists.push(body);
  for (const part of parts ?? []) {
    if (body.kind === 'list' && part.kind !== 'elements') into.known.push(part);
    else {
      const inner = part.kind === 'elements' ? part.of : part;
      collectItems(inner, bindings, into, visits, depth + 1);
    }
  }
}

/** The items of a list, or the lists that make one; `undefined` for what is neither. */
function partsOf(body: Expression): readonly Expression[] | undefined {
  switch (body.kind) {
    case 'list':
      return body.items;
    case 'choice':
      return body.options;
    case 'call':
      return body.name === 'concat' || body.name === 'merge' ? body.args : undefined;
    // An empty string is a null, where a list is expected.
    case 'text':
      return body.region.text === '' ? [] : undefined;
    case 'object':
    case 'reference':
    case 'join':
    case 'member':
    case 'elements':
    case 'split':
    case 'output':
    case 'unknown':
      return undefined;
  }
}
