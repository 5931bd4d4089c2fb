//! What is known of a justfile before its recipes are read.

import type { Region } from '../../domain/region.ts';
import type { JustItem } from './parse.ts';

export interface Reading {
  readonly items: readonly JustItem[];
  readonly region: Region;
  /** What lines of recipes are written in. */
  readonly language: string;
}

export function readingOf(items: readonly JustItem[], region: Region): Reading {
  const shell = items.find(it => it.kind === 'set' && it.name === 'shell');
  const spelled =
    shell?.kind === 'set' ? region.text.slice(shell.value.start, shell.value.end) : '';
  return { items, region, language: languageOf(spelled) };
}

/** Of `["bash", "-uc"]`, or of a `#!` line. */
export function languageOf(spelled: string): string {
  if (/\b(?:pwsh|powershell)\b/i.test(spelled)) return 'powershell';
  if (/\bcmd(?:\.exe)?\b/i.test(spelled)) return 'batch';
  if (/\bpython[\d.]*\b/.test(spelled)) return 'python';
  return /\bnode\b/.test(spelled) ? 'javascript' : 'bash';
}
