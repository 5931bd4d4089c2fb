//! Whether a version constraint leaves room for a version, by the highest one it allows.
//! Source: https://developer.hashicorp.com/terraform/language/expressions/version-constraints

/** Major, minor, patch. */
export type Version = readonly [number, number, number];

/** False when the constraint allows `version` or later, and when it cannot be read. */
export const staysBelow = (constraint: string, version: Version): boolean =>
  constraint.split(',').some(part => capsBelow(part.trim(), version));

function capsBelow(part: string, version: Version): boolean {
  const match = /^(=|!=|>=?|<=?|~>)?\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?$/.exec(part);
  if (!match) return false;
  const [, operator = '=', major, minor, patch] = match;
  const given: Version = [Number(major), Number(minor ?? 0), Number(patch ?? 0)];
  switch (operator) {
    case '=':
    case '<=':
      return compare(given, version) < 0;
    case '<':
      return compare(given, version) <= 0;
    case '~>':
      return compare(pessimisticEnd(given, minor, patch), version) <= 0;
    default:
      return false;
  }
}

/** The first version that `~>` no longer allows: it lets only the last part that is written go up. */
function pessimisticEnd(
  [major, minor]: Version,
  minorText: string | undefined,
  patchText: string | undefined,
): Version {
  if (patchText !== undefined) return [major, minor + 1, 0];
  return minorText === undefined ? [Number.POSITIVE_INFINITY, 0, 0] : [major + 1, 0, 0];
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
