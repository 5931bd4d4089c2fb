//! Names to what they hold, in layers: a branch starts as a layer over what holds before it, at no cost.

export interface Names<T> {
  get(name: string): T | undefined;
  has(name: string): boolean;
  set(name: string, value: T): void;
  delete(name: string): void;
  /** Every name that holds something. */
  keys(): Iterable<string>;
  /** The names that this layer itself has set or deleted. */
  touched(): Iterable<string>;
  /** A layer over this one; what it does is not seen here. This one must not change while it is in use. */
  fork(): Names<T>;
}

/** The same names in one layer of their own, which later changes below do not reach. */
export function flattened<T>(names: Names<T>): Names<T> {
  const flat = newNames<T>();
  for (const name of names.keys()) {
    const value = names.get(name);
    if (value !== undefined) flat.set(name, value);
  }
  return flat;
}

export const newNames = <T>(): Names<T> => layerOver<T>(undefined);

/** Deleted in this layer, whatever the one below holds. */
const DELETED = Symbol('deleted');

function layerOver<T>(below: Names<T> | undefined): Names<T> {
  const own = new Map<string, T | typeof DELETED>();
  const get = (name: string): T | undefined => {
    const found = own.get(name);
    if (found === DELETED) return undefined;
    return found === undefined ? below?.get(name) : found;
  };
  const layer: Names<T> = {
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
    touched: () => own.keys(),
    fork: () => layerOver(layer),
  };
  return layer;
}
