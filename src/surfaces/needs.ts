//! Jobs in an order in which each comes after those it needs, wherever the file lists them.

export interface Needing {
  readonly id: string;
  /** Ids; those that nothing has are waited for by nobody. */
  readonly needs: readonly string[];
}

export interface Ordered<T> {
  /** All of them; what is in a circle, or waits for one, comes last. */
  readonly all: readonly T[];
  /** Ids of some that need one another, each the one after it; empty when nobody waits for itself. */
  readonly circle: readonly string[];
}

export function inOrder<T extends Needing>(items: readonly T[]): Ordered<T> {
  const byId = new Map(items.map(it => [it.id, it]));
  const waitsFor = new Map<T, number>();
  const waiting = new Map<T, T[]>();
  for (const item of items) {
    const needed = [...new Set(item.needs)].flatMap(id => byId.get(id) ?? []);
    waitsFor.set(item, needed.length);
    for (const it of needed) {
      const before = waiting.get(it);
      if (before) before.push(item);
      else waiting.set(it, [item]);
    }
  }
  const all = items.filter(it => waitsFor.get(it) === 0);
  // What is added while this runs is come to as well.
  for (const done of all) {
    for (const it of waiting.get(done) ?? []) {
      const left = (waitsFor.get(it) ?? 0) - 1;
      waitsFor.set(it, left);
      if (left === 0) all.push(it);
    }
  }
  const stuck = items.filter(it => waitsFor.get(it) !== 0);
  return { all: [...all, ...stuck], circle: circleIn(stuck) };
}

/** Each of them waits for another of them. */
function circleIn<T extends Needing>(stuck: readonly T[]): readonly string[] {
  const byId = new Map(stuck.map(it => [it.id, it]));
  const path: string[] = [];
  const seen = new Set<string>();
  let [at] = stuck;
  while (at && !seen.has(at.id)) {
    seen.add(at.id);
    path.push(at.id);
    at = at.needs.flatMap(id => byId.get(id) ?? [])[0];
  }
  return at ? path.slice(path.indexOf(at.id)) : [];
}
