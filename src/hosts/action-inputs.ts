//! What a workflow asks of the action, and the folder it asks it for.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getInput, getMultilineInput } from '@actions/core';
import { type FailOn, failOnOf } from './fail-on.ts';
import { type ScanRoot, within } from './scan-root.ts';

export interface ActionInputs {
  /** An absolute path. */
  readonly workspace: string;
  readonly root: ScanRoot;
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
    root: rootOf(workspace, paths.length === 0 ? ['.'] : paths),
    failOn: failOnOf('fail-on', getInput('fail-on') || 'error'),
    sarifFile: getInput('sarif-file') || undefined,
    jsonFile: getInput('json-file') || undefined,
    token: getInput('token') || undefined,
  };
}

/** Marks beside lines need paths of the repository, which a checkout may have put into a folder of the workspace. */
function rootOf(workspace: string, paths: readonly string[]): ScanRoot {
  const [only] = paths;
  const isRepository =
    paths.length === 1 && only !== undefined && existsSync(join(resolve(workspace, only), '.git'));
  return isRepository ? within(resolve(workspace, only), ['.']) : within(workspace, paths);
}
