//! Batch files: text to the steps it runs, with their places in the file the script stands in.
//! Source: https://learn.microsoft.com/windows-server/administration/windows-commands/cmd

import type { Language } from '../../domain/surface.ts';
import { boundedProgram } from '../script-text/bounded.ts';
import type { Source } from '../script-text/source.ts';
import type { Context } from './context.ts';
import { programSteps } from './flow.ts';
import { parseBatch } from './parse.ts';
import type { Statement } from './tree.ts';

/** Each label that is called is read to its end, so that many of them read the same lines again. */
const STATEMENTS_MAX = 20_000;

export const batch: Language = {
  id: 'batch',
  names: ['batch', 'cmd', 'cmd.exe', 'bat', 'batchscript'],
  programOf: region =>
    boundedProgram(region, source => ({
      steps: programSteps(contextOf(source, parseBatch(source.text))),
      problems: [],
    })),
};

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
