//! Which JSON files are Azure's: templates, and the values for their parameters.

/** What is shown at the top of a file that names its schema. */
const HEAD_MAX = 4_000;

const SCHEMA =
  /"\$schema"\s*:\s*"[^"]{1,200}\/(?:subscription|managementGroup|tenant)?deployment(?:Template|Parameters)\.json/i;

export const isArmText = (text: string): boolean =>
  SCHEMA.test(text.slice(0, HEAD_MAX)) || (VERSION.test(text) && PARTS.test(text));

/** Without a schema, or with one that a tool fills in: by what both kinds of file must say. */
const VERSION = /"contentVersion"\s*:\s*"\d/;
const PARTS = /"(?:resources"\s*:\s*[[{]|parameters"\s*:\s*\{)/;
