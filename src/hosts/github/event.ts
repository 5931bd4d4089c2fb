//! What started the run: GitHub's variables, and the event that they point to.
//! Source: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows

import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

export interface GithubEvent {
  /** `pull_request`, `push`, `schedule` … */
  readonly name: string;
  readonly pullRequest: PullRequest | undefined;
  /** The commit that this one is to be compared with: where a pull request or a merge queue wants to go. */
  readonly base: string | undefined;
}

export interface PullRequest {
  readonly number: number;
  readonly head: string;
  /** Its head is another repository, whose authors nobody here needs to know: the token may only read. */
  readonly isFork: boolean;
}

const commit = z.object({ sha: z.string(), repo: z.nullish(z.object({ full_name: z.string() })) });

const payload = z.object({
  pull_request: z.optional(z.object({ number: z.int(), head: commit, base: commit })),
  merge_group: z.optional(z.object({ head_sha: z.string(), base_sha: z.string() })),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** An event that cannot be read, or is not one of GitHub's, says nothing. */
export function githubEvent(environment: Environment): GithubEvent {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path = '' } = environment;
  const read = payload.safeParse(contentOf(path));
  const { pull_request: pull, merge_group: group } = read.success ? read.data : {};
  return {
    name,
    pullRequest: pull && {
      number: pull.number,
      head: pull.head.sha,
      isFork: pull.head.repo?.full_name !== pull.base.repo?.full_name,
    },
    base: pull?.base.sha ?? group?.base_sha,
  };
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
