//! Whether a runner may hold a session that somebody left there.
//! Source: https://docs.github.com/actions/reference/runners/github-hosted-runners

import type { EntryPoint } from '../domain/model.ts';

export type RunnerKind =
  /** Fresh for every run: nobody is signed in when it starts. */
  'hosted' | 'self-hosted' | 'unknown';

/** Azure Pipelines calls its images the same. */
const IMAGE = /^(?:ubuntu|windows|macos)-/i;

export function runnerKind({ runner, reach }: EntryPoint): RunnerKind {
  // A runbook or a virtual machine stays, and so does who signed in there.
  if (reach === 'automation') return 'self-hosted';
  const names = (runner ?? '').split(',').map(it => it.trim().toLowerCase());
  if (names.includes('self-hosted')) return 'self-hosted';
  return names.some(it => IMAGE.test(it)) ? 'hosted' : 'unknown';
}
