//! Which things of two lists are the same: pairs, with each thing in one pair at most.

/** Two are the same when they have the same name and this says so. */
export interface Question<Left, Right> {
  readonly leftName: (it: Left) => string;
  readonly rightName: (it: Right) => string;
  readonly isSame: (left: Left, right: Right) => boolean;
}

/** The questions are put in order, the strictest first; what one has paired is not asked again. */
export function pairs<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  questions: readonly Question<Left, Right>[],
): ReadonlyMap<Left, Right> {
  const paired = new Map<Left, Right>();
  const free = new Set(right);
  for (const { leftName, rightName, isSame } of questions) {
    const candidates = byName(free, rightName);
    for (const one of left) {
      if (paired.has(one)) continue;
      const named = candidates.get(leftName(one));
      const other = named && first(named, it => isSame(one, it));
      if (other === undefined) continue;
      paired.set(one, other);
      free.delete(other);
      named?.delete(other);
    }
  }
  return paired;
}

function byName<T>(items: Iterable<T>, nameOf: (it: T) => string): ReadonlyMap<string, Set<T>> {
  const groups = new Map<string, Set<T>>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.add(item);
    else groups.set(name, new Set([item]));
  }
  return groups;
}

function first<T>(items: Iterable<T>, isIt: (it: T) => boolean): T | undefined {
  for (const item of items) if (isIt(item)) return item;
  return undefined;
}
