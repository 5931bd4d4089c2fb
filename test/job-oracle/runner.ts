//! A job run the way GitHub's runner does it: its scripts by bash, one after the other, with stubs in place of the tools.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { callsIn, LOG, type Playground, TIMEOUT_MS, writeFiles } from '../bash-oracle/run-bash.ts';
import { lets } from './conditions.ts';
import { type ActionStep, actionFolder, type RunStep, type Values, type Workflow } from './plan.ts';
import { filesOf } from './render.ts';

/** What the runner keeps from step to step. */
interface Run {
  readonly place: Playground;
  /** The repository, and beside it the files that steps write to. */
  readonly workspace: string;
  readonly failing: readonly string[];
  /** `env` of workflow and job, and what `$GITHUB_ENV` added. */
  environment: Values;
  path: string;
}

/** What steps of a job, or of one action, see of each other. */
interface Scope {
  hasFailed: boolean;
  readonly outputs: Map<string, Values>;
  readonly inputs: Values;
  readonly prepared: Values;
  /** Of the step that runs the action. */
  readonly outer: Values;
  readonly actionPath: string | undefined;
}

/** The words of every call of the job `deploy`, in order. */
export function callsOfJob(workflow: Workflow, place: Playground): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(place.folder, 'job-'));
  const workspace = join(folder, 'repository');
  writeFiles(filesOf(workflow), workspace);
  const run: Run = {
    place,
    workspace,
    failing: workflow.failing,
    environment: { ...workflow.environment, ...workflow.job.environment },
    path: place.stubs,
  };
  const { prepared, job } = workflow;
  const scope = { ...newScope(), prepared };
  for (const step of job.steps) {
    const isSet = { shell: job.shell, folder: job.folder };
    if (step.kind === 'run') takeRun(withDefaults(step, isSet), run, scope);
    else takeAction(step, run, scope);
  }
  const calls = callsIn(join(folder, LOG));
  rmSync(folder, { recursive: true });
  return calls;
}

const newScope = (): Scope => ({
  hasFailed: false,
  outputs: new Map(),
  inputs: {},
  prepared: {},
  outer: {},
  actionPath: undefined,
});

const withDefaults = (step: RunStep, { shell, folder }: Pick<RunStep, 'shell' | 'folder'>) => ({
  ...step,
  shell: step.shell ?? shell,
  folder: step.folder ?? folder,
});

/** What `${{ … }}` names; nothing where nothing has that name. */
function lookUp(name: string, environment: Values, run: Run, scope: Scope): string {
  const [context = '', first = '', , last = ''] = name.split('.');
  switch (context) {
    case 'env':
      return environment[first] ?? '';
    case 'inputs':
      return scope.inputs[first] ?? '';
    case 'steps':
      return scope.outputs.get(first)?.[last] ?? '';
    case 'needs':
      return scope.prepared[last] ?? '';
    default:
      return first === 'workspace' ? run.workspace : (scope.actionPath ?? '');
  }
}

const filled = (text: string, environment: Values, run: Run, scope: Scope): string =>
  text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) =>
    lookUp(name, environment, run, scope),
  );

const allFilled = (values: Values, environment: Values, run: Run, scope: Scope): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, it]) => [name, filled(it, environment, run, scope)]),
  );

/** The step's own `env` counts for its condition too, but not for itself. */
function environmentOf(step: RunStep | ActionStep, run: Run, scope: Scope): Values {
  const around = { ...run.environment, ...scope.outer };
  return { ...around, ...allFilled(step.environment, around, run, scope) };
}

function takeRun(step: RunStep, run: Run, scope: Scope): void {
  const environment = environmentOf(step, run, scope);
  const { hasFailed } = scope;
  if (!lets(step.condition, { hasFailed, lookUp: it => lookUp(it, environment, run, scope) }))
    return;
  const files = { env: join(run.workspace, '../env'), output: join(run.workspace, '../output') };
  const path = join(run.workspace, '../path');
  for (const file of [files.env, files.output, path]) writeFileSync(file, '');
  const script = join(run.workspace, '../step.sh');
  writeFileSync(script, filled(step.lines, environment, run, scope));
  const options = step.shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
  const { status } = spawnSync('/bin/bash', [...options, script], {
    cwd: resolve(run.workspace, filled(step.folder ?? '.', environment, run, scope)),
    env: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      HOME: run.workspace,
      MFA_READY_LOG: join(run.workspace, '..', LOG),
      MFA_READY_FAILING: run.failing.join(' '),
      ...environment,
      PATH: run.path,
      GITHUB_WORKSPACE: run.workspace,
      GITHUB_ENV: files.env,
      GITHUB_OUTPUT: files.output,
      GITHUB_PATH: path,
      ...(scope.actionPath === undefined ? {} : { GITHUB_ACTION_PATH: scope.actionPath }),
    },
    timeout: TIMEOUT_MS,
    stdio: 'ignore',
  });
  run.environment = { ...run.environment, ...valuesIn(files.env) };
  scope.outputs.set(step.id, valuesIn(files.output));
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line !== '') run.path = `${line}:${run.path}`;
  }
  if (status !== 0 && !step.continues) scope.hasFailed = true;
}

function takeAction(step: ActionStep, run: Run, scope: Scope): void {
  const environment = environmentOf(step, run, scope);
  const { hasFailed } = scope;
  if (!lets(step.condition, { hasFailed, lookUp: it => lookUp(it, environment, run, scope) }))
    return;
  const inside: Scope = {
    ...newScope(),
    inputs: { ...step.fallbacks, ...allFilled(step.given, environment, run, scope) },
    outer: allFilled(step.environment, run.environment, run, scope),
    actionPath: join(run.workspace, actionFolder(step)),
  };
  for (const inner of step.steps) takeRun({ ...inner, shell: inner.shell ?? 'bash' }, run, inside);
  scope.outputs.set(step.id, allFilled(step.outputs, environment, run, inside));
  if (inside.hasFailed) scope.hasFailed = true;
}

/** Lines `NAME=value`, and `NAME<<END` with the lines up to `END`. */
function valuesIn(file: string): Values {
  const values: Record<string, string> = {};
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, name = '', sign, text = ''] = /^([^=<]+)(=|<<)(.*)$/.exec(lines[index] ?? '') ?? [];
    if (sign === '=') values[name] = text;
    if (sign !== '<<') continue;
    const end = lines.indexOf(text, index + 1);
    values[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return values;
}
