//! What a workflow asks of the action, and of which files.

import { getInput, getMultilineInput } from '@actions/core';
import { type FailOn, failOnOf } from './fail-on.ts';
import { type ScanRoot, workspaceRoots } from './scan-root.ts';

export interface ActionInputs {
  /** An absolute path. */
  readonly workspace: string;
  readonly roots: readonly ScanRoot[];
  readonly failOn: FailOn;
  /** As given; absent when the workflow does not ask for one. */
  readonly sarifFile: string | undefined;
  readonly jsonFile: string | undefined;
  readonly token: string | undefined;
}

/** Throws `UsageError`. Every default stands here too: another program may start the action without its `action.yml`. */
export function actionInputs(workspace: string): ActionInputs {
  const paths = getMultilineInput('path');
  return {
    workspace,
    roots: workspaceRoots(workspace, paths.length === 0 ? ['.'] : paths),
    failOn: failOnOf('fail-on', getInput('fail-on') || 'error'),
    sarifFile: getInput('sarif-file') || undefined,
    jsonFile: getInput('json-file') || undefined,
    token: getInput('token') || undefined,
  };
}
