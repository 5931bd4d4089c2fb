//! Chance that is the same every time.

export interface Random {
  /** A whole number from 0 on, below `count`. */
  below(count: number): number;
  of<T>(items: readonly T[]): T | undefined;
}

/** Mulberry32: small, quick, and good enough to spoil texts. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (count: number): number => next() % Math.max(1, count);
  return { below, of: items => items[below(items.length)] };
}
