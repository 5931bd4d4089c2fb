//! "Did you mean …?": the known name that a mistyped one is nearest to.

/** Ends a sentence: "; did you mean `sarif`?", or nothing when no name is near. */
export function didYouMean(typed: string, names: readonly string[]): string {
  const name = nearest(typed, names);
  return name === undefined ? '' : `; did you mean \`${name}\`?`;
}

function nearest(typed: string, names: readonly string[]): string | undefined {
  const farthest = Math.max(1, Math.floor(typed.length / 3));
  const near = names
    .map(name => ({ name, distance: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter(it => it.distance <= farthest)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name;
}

/** Letters to add, take away or replace; two swapped neighbours count once. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && a[row - 2] === b[column - 1] && a[row - 1] === b[column - 2];
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
