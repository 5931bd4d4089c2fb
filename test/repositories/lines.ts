//! Lines of YAML that stand inside others.

export const indented = (lines: readonly string[], by: number): readonly string[] =>
  lines.map(it => ' '.repeat(by) + it);

/** An item of a list: its first line behind the dash, the others below it. */
export const item = (lines: readonly string[]): readonly string[] =>
  lines.map((it, index) => (index === 0 ? `- ${it}` : `  ${it}`));

export const fileText = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
