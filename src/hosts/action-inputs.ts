//! What a workflow asks of the action, and of which files.

import { getInput, getMultilineInput } from '@actions/core';
import { failOnOf } from './fail-on.ts';
import { type Plan, planOf } from './plan.ts';
import { workspaceRoots } from './scan-root.ts';

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
export function actionInputs(workspace: string): ActionInputs {
  const paths = getMultilineInput('path');
  const failOn = getInput('fail-on');
  return {
    workspace,
    plan: planOf({
      roots: workspaceRoots(workspace, paths.length === 0 ? ['.'] : paths),
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
