//! Names to what they hold, in layers: a branch starts as a layer over what holds before it, at no cost.

export interface Names<T> {
  /** What this is a layer over. */
  readonly below: Names<T> | undefined;
  get(name: string): T | undefined;
  has(name: string): boolean;
  set(name: string, value: T): void;
  delete(name: string): void;
  /** Every name that holds something. */
  keys(): Iterable<string>;
  /** The names that were set or deleted in the layers over `base`; all names when it is none of those below. */
  touchedSince(base: Names<T>): ReadonlySet<string>;
  /** The names that may differ between the two: what was set or deleted since they parted. */
  apartFrom(other: Names<T>): ReadonlySet<string>;
  /** A layer over this one; what it does is not seen here. This one must not change while it is in use. */
  fork(): Names<T>;
}

export const newNames = <T>(): Names<T> => layerOver<T>(undefined);

/** Deleted in this layer, whatever the one below holds. */
const DELETED = Symbol('deleted');

/** A name that no layer holds is looked for in all of them: with more layers than these they become one. */
const LAYERS_MAX = 24;

interface Layer<T> extends Names<T> {
  readonly below: Layer<T> | undefined;
  readonly depth: number;
  ownNames(): Iterable<string>;
  fork(): Layer<T>;
}

function layerOver<T>(below: Layer<T> | undefined): Layer<T> {
  const own = new Map<string, T | typeof DELETED>();
  const depth = below ? below.depth + 1 : 0;
  const get = (name: string): T | undefined => {
    const found = own.get(name);
    if (found === DELETED) return undefined;
    return found === undefined ? below?.get(name) : found;
  };
  const layer: Layer<T> = {
    below,
    depth,
    get,
    has: name => get(name) !== undefined,
    set: (name, value) => {
      own.set(name, value);
    },
    delete: name => {
      own.set(name, DELETED);
    },
    keys: () =>
      [...new Set([...(below?.keys() ?? []), ...own.keys()])].filter(it => get(it) !== undefined),
    ownNames: () => own.keys(),
    touchedSince: base => namesOver(layer, base),
    apartFrom: other => {
      const common = commonLayer(layer, other);
      return new Set([...layer.touchedSince(common), ...other.touchedSince(common)]);
    },
    fork: () => layerOver(depth < LAYERS_MAX ? layer : copied(layer)),
  };
  return layer;
}

/** The uppermost layer that both stand on; one of nothing when there is none. */
function commonLayer<T>(a: Names<T>, b: Names<T>): Names<T> {
  const below = new Set<Names<T>>();
  for (let layer: Names<T> | undefined = a; layer; layer = layer.below) below.add(layer);
  for (let layer: Names<T> | undefined = b; layer; layer = layer.below) {
    if (below.has(layer)) return layer;
  }
  return newNames<T>();
}

function namesOver<T>(top: Layer<T>, base: Names<T>): ReadonlySet<string> {
  const names = new Set<string>();
  for (let layer: Layer<T> | undefined = top; layer && layer !== base; layer = layer.below) {
    for (const name of layer.ownNames()) names.add(name);
  }
  return names;
}

/** The same names in one layer of their own, which later changes below do not reach. */
export const flattened = <T>(names: Names<T>): Names<T> => copied(names);

function copied<T>(layer: Names<T>): Layer<T> {
  const copy = layerOver<T>(undefined);
  for (const name of layer.keys()) {
    const value = layer.get(name);
    if (value !== undefined) copy.set(name, value);
  }
  return copy;
}
