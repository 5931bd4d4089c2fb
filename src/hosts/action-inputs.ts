//! What a workflow asks of the action, and of which files.

import { getInput, getMultilineInput, info } from '@actions/core';
import { hasOrFetches, mergedInto } from './change/fetched.ts';
import { failOnOf } from './fail-on.ts';
import type { GithubEvent } from './github/event.ts';
import { type Plan, type PlanInput, planOf, scopeOf } from './plan.ts';
import { type ScanRoot, workspaceRoots } from './scan-root.ts';

export interface ActionInputs {
  /** An absolute path. */
  readonly workspace: string;
  readonly plan: Plan;
  /** As given; absent when the workflow does not ask for one. */
  readonly sarifFile: string | undefined;
  readonly jsonFile: string | undefined;
  readonly token: string | undefined;
}

/** Throws `UsageError`. Every default stands here too: another program may start the action without its `action.yml`. */
export function actionInputs(workspace: string, event: GithubEvent): ActionInputs {
  const paths = getMultilineInput('path');
  const failOn = getInput('fail-on');
  const roots = workspaceRoots(workspace, paths.length === 0 ? ['.'] : paths);
  return {
    workspace,
    plan: planOf({
      roots,
      ...comparisonOf(getInput('scope') || 'auto', roots, event),
      current: workspace,
      config: getInput('config') || undefined,
      baseline: getInput('baseline') || undefined,
      failOn: failOn === '' ? undefined : failOnOf('fail-on', failOn),
    }),
    sarifFile: getInput('sarif-file') || undefined,
    jsonFile: getInput('json-file') || undefined,
    token: getInput('token') || undefined,
  };
}

/** `auto`: what a pull request or a merge queue brings; everything at other events. */
function comparisonOf(
  given: string,
  roots: readonly ScanRoot[],
  event: GithubEvent,
): Pick<PlanInput, 'base' | 'scope'> {
  const scope = given === 'auto' ? undefined : scopeOf('scope', given);
  if (scope === 'all' || (scope === undefined && event.base === undefined)) return {};
  const base = baseCommit(roots, event);
  if (base !== undefined) return { base, scope };
  info('There is no commit to compare with: every finding counts.');
  return {};
}

/** A checkout may be one commit deep: the base is fetched. */
function baseCommit(roots: readonly ScanRoot[], event: GithubEvent): string | undefined {
  const [root, ...others] = roots;
  if (!root || others.length > 0 || event.base === undefined) return undefined;
  const base = mergedInto(root.folder, event.pullRequest?.head, event.base);
  return hasOrFetches(root.folder, base) ? base : undefined;
}
