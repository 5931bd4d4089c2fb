//! Batch files: text to the steps it runs, with their places in the file the script stands in.
//! Source: https://learn.microsoft.com/windows-server/administration/windows-commands/cmd

import type { Region } from '../../domain/region.ts';
import type { Language, Program } from '../../domain/surface.ts';
import { sourceOf } from '../bash/mask.ts';
import type { Source } from '../bash/source.ts';
import type { Context } from './context.ts';
import { programSteps } from './flow.ts';
import { parseBatch } from './parse.ts';
import type { Statement } from './tree.ts';

/** In UTF-16 code units. People do not write longer scripts; what is longer was put together by a program. */
const SCRIPT_LENGTH_MAX = 256 * 1024;

/** Each label that is called is read to its end, so that many of them read the same lines again. */
const STATEMENTS_MAX = 20_000;

export const batch: Language = {
  id: 'batch',
  names: ['batch', 'cmd', 'cmd.exe', 'bat', 'batchscript'],
  programOf,
};

function programOf(region: Region): Program {
  if (region.text.length > SCRIPT_LENGTH_MAX) return unread(region, 'too long');
  const source = sourceOf(region);
  // The parser and the walk are recursive; what exhausts the stack all the same is given up as a whole.
  try {
    const statements = parseBatch(source.text);
    return { steps: programSteps(contextOf(source, statements)), problems: [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unread(region, 'nested too deep');
  }
}

const unread = ({ at }: Region, why: string): Program => ({
  steps: [],
  problems: [{ at, message: `the script is ${why} to be read` }],
});

const SET = /\bset\s+(?:\/[ap]\s+)?"?([^=\s"/%!][^=\n"]*?)\s*=/gi;

function contextOf(source: Source, statements: readonly Statement[]): Context {
  const names = new Map<string, string>();
  for (const [, name = ''] of source.text.matchAll(SET)) {
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  const labels = new Map<string, number>();
  for (const [index, statement] of statements.entries()) {
    if (statement.kind === 'label' && !labels.has(statement.name)) {
      labels.set(statement.name, index);
    }
  }
  return {
    source,
    names,
    isDelayed: /\benabledelayedexpansion\b|\/v:on\b/i.test(source.text),
    statements,
    labels,
    reached: new Set(),
    budget: { statementsLeft: STATEMENTS_MAX },
    folders: { open: 0 },
  };
}
