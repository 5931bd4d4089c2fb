//! The order of everything in a report: the same for the same input, whatever the machine's language.

import type { Severity } from '../domain/finding.ts';
import type { Place } from '../domain/span.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** Negative when `a` is worse. */
export const bySeverity = (a: Severity, b: Severity): number =>
  SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);

export const byPlace = (a: Place, b: Place): number =>
  byText(a.path, b.path) ||
  a.line - b.line ||
  a.column - b.column ||
  a.endLine - b.endLine ||
  a.endColumn - b.endColumn;

/** By code units: a locale would order differently on another machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
