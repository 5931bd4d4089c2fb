//! A mistake of the person who started the program, told in one sentence that says what would be right.

export class UsageError extends Error {}

/** "a", "a or b", "a, b or c", each in backticks. */
export function oneOf(names: readonly string[]): string {
  const quoted = names.map(name => `\`${name}\``);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}
