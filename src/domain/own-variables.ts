//! Variables of a shell that programs it starts do not see: those that it sets and does not export.

import { assigned } from './assigned.ts';
import { literal } from './literal.ts';
import type { Span } from './span.ts';
import type { AssignStep } from './step.ts';

const MARK = 'own ';

/** What notes that a variable is the shell's own: it holds a text then, and no variable has such a name. */
export const ownMark = (name: string): string => `${MARK}${name}`;

/** The variable that a mark is of; `undefined` for whatever else has a name. */
export const ownVariable = (mark: string): string | undefined =>
  mark.startsWith(MARK) ? mark.slice(MARK.length) : undefined;

/** Holds a text while a shell exports whatever it sets: `set -a`. */
export const EXPORTS_ALL = 'exports all';

/** `export x` for a variable that has its value; `unset x` makes one its own. */
export const madeOwn = (name: string, isOwn: boolean, at: Span): AssignStep =>
  assigned(ownMark(name), literal(isOwn ? 'true' : '', at), at);

export const exportingAll = (isOn: boolean, at: Span): AssignStep =>
  assigned(EXPORTS_ALL, literal(isOn ? 'true' : '', at), at);
