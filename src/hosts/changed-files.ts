//! The files that a pull request changes, so that its own findings are marked first.

import { info } from '@actions/core';

const TIMEOUT_MS = 20_000;

/**
 * Paths relative to the repository's root; none when this is no pull request, or when GitHub does not say:
 * the verdict never hangs on an answer from the network.
 */
export async function changedFiles(token: string | undefined): Promise<ReadonlySet<string>> {
  const { GITHUB_EVENT_NAME = '' } = process.env;
  const isPullRequest = GITHUB_EVENT_NAME.startsWith('pull_request');
  if (!isPullRequest || token === undefined) return new Set();
  try {
    return await listFiles(token);
  } catch (error) {
    const hasStatus = error instanceof Error && 'status' in error;
    const why = hasStatus ? `GitHub answers ${error.status}` : 'GitHub does not answer';
    info(`The files of this pull request are not known (${why}): findings come by severity alone.`);
    return new Set();
  }
}

/** Imported late: most runs need no client for GitHub. */
async function listFiles(token: string): Promise<ReadonlySet<string>> {
  const { context, getOctokit } = await import('@actions/github');
  const number = context.payload.pull_request?.number;
  if (number === undefined) return new Set();
  const github = getOctokit(token);
  const files = await github.paginate(github.rest.pulls.listFiles, {
    ...context.repo,
    pull_number: number,
    per_page: 100,
    request: { signal: AbortSignal.timeout(TIMEOUT_MS) },
  });
  return new Set(files.map(it => it.filename));
}
