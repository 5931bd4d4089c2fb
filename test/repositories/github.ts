//! A plan as workflows and actions of GitHub.

import { type Draft, nextName } from './draft.ts';
import { fileText, indented, item } from './lines.ts';
import type { CallingJob, Job, Plan, Step, StepCondition, StepsJob } from './plan.ts';
import { actLines } from './shell.ts';

const SECRETS = [
  'ARM_CLIENT_ID: 1111',
  'ARM_CLIENT_SECRET: ${{ secrets.ARM_CLIENT_SECRET }}',
  'ARM_TENANT_ID: 2222',
];

export function github({ jobs }: Plan, draft: Draft): string {
  const needed = jobs.findIndex(it => it.kind === 'steps' && it.gives.length > 0);
  const all = jobs.flatMap((job, index) => {
    const needs = needed >= 0 && index > needed ? [`needs: job${needed}`] : [];
    return [`job${index}:`, ...indented([...needs, ...jobLines(job, draft)], 2)];
  });
  return fileText(['on: push', 'env:', '  MODE: prod', 'jobs:', ...indented(all, 2)]);
}

const jobLines = (job: Job, draft: Draft): readonly string[] =>
  job.kind === 'steps' ? stepsJob(job, draft) : callingJob(job, draft);

function stepsJob(job: StepsJob, draft: Draft): readonly string[] {
  const steps = job.steps.flatMap(it => stepLines(it, draft));
  return [
    'runs-on: ubuntu-latest',
    ...(job.container ? ['container: mcr.microsoft.com/azure-cli'] : []),
    ...(job.secrets ? ['env:', ...indented(SECRETS, 2)] : []),
    ...matrixLines(job),
    ...(job.gives.length > 0 ? ['outputs:', '  how: ${{ steps.give.outputs.how }}'] : []),
    'steps:',
    ...indented([...givingStep(job), ...steps], 2),
  ];
}

/** Two are a list, to which `include` adds; one or three are all `include`. */
function matrixLines({ matrix }: StepsJob): readonly string[] {
  if (matrix.length === 0) return [];
  const include = matrix.flatMap((it, index) =>
    item([`how: ${JSON.stringify(it)}`, `leg: ${index === 0 ? 'first' : 'other'}`]),
  );
  const isList = matrix.length === 2;
  return [
    'strategy:',
    '  matrix:',
    ...(isList ? [`    how: ${JSON.stringify(matrix)}`] : []),
    '    include:',
    ...indented(isList ? include.slice(0, 2) : include, 6),
  ];
}

function givingStep({ gives }: StepsJob): readonly string[] {
  const [one, other] = gives.map(it => `echo "how=${it}" >> "$GITHUB_OUTPUT"`);
  if (one === undefined) return [];
  const lines =
    other === undefined
      ? [one]
      : ['if grep -q x one.txt; then', `  ${one}`, 'else', `  ${other}`, 'fi'];
  return item(['id: give', 'run: |', ...indented(lines, 2)]);
}

/** Each level hands on what it is given. */
function callingJob({ flags, levels, jobs }: CallingJob, draft: Draft): readonly string[] {
  const name = `.github/workflows/called${nextName(draft)}`;
  const inner = jobs.flatMap((job, index) => [
    `inner${index}:`,
    ...indented(stepsJob(job, draft), 2),
  ]);
  draft.files.set(`${name}.yml`, calledText(inner));
  if (levels === 2) {
    const calls = ['outer:', ...indented(useLines(`${name}.yml`, '${{ inputs.flags }}'), 2)];
    draft.files.set(`${name}-outer.yml`, calledText(calls));
  }
  return useLines(levels === 2 ? `${name}-outer.yml` : `${name}.yml`, flags);
}

const useLines = (path: string, flags: string): readonly string[] => [
  `uses: ./${path}`,
  'secrets: inherit',
  'with:',
  `  flags: ${JSON.stringify(flags)}`,
];

const calledText = (jobs: readonly string[]): string =>
  fileText([
    'on:',
    '  workflow_call:',
    '    inputs:',
    '      flags:',
    '        type: string',
    "        default: ''",
    'env:',
    '  MODE: prod',
    'jobs:',
    ...indented(jobs, 2),
  ]);

function conditionLines(condition: StepCondition, draft: Draft): readonly string[] {
  switch (condition) {
    case 'none':
      return [];
    case 'holds':
      return ["if: env.MODE == 'prod'"];
    case 'fails':
      return ["if: ${{ env.MODE != 'prod' }}"];
    case 'open':
      // Each another: what one says of a text would decide the next.
      return [`if: contains(github.ref, 'b${nextName(draft)}x')`];
    case 'leg':
      return ["if: matrix.leg == 'first'"];
  }
}

const GIVEN = {
  matrix: '${{ matrix.how }}',
  needs: '${{ needs.job0.outputs.how }}',
  caller: '${{ inputs.flags }}',
} as const;

function stepLines(step: Step, draft: Draft): readonly string[] {
  switch (step.kind) {
    case 'run':
      return runLines(step, draft);
    case 'login': {
      const given = step.isFederated
        ? ['client-id: 1111', 'tenant-id: 2222', 'subscription-id: 3333']
        : ['creds: ${{ secrets.AZURE_CREDENTIALS }}'];
      const condition = conditionLines(step.condition, draft);
      return item([...condition, 'uses: azure/login@v2', 'with:', ...indented(given, 2)]);
    }
    case 'given-login':
      return item(['shell: bash', `run: az login ${GIVEN[step.by]}`]);
    case 'action':
      return actionLines(step, draft);
  }
}

function runLines(step: Step & { kind: 'run' }, draft: Draft): readonly string[] {
  return item([
    'shell: bash',
    ...conditionLines(step.condition, draft),
    ...(step.isBelow ? ['working-directory: below'] : []),
    ...(step.secrets ? ['env:', ...indented(SECRETS, 2)] : []),
    'run: |',
    ...indented(actLines(step.acts, undefined, draft), 2),
  ]);
}

function actionLines(step: Step & { kind: 'action' }, draft: Draft): readonly string[] {
  const folder = `.github/actions/action${nextName(draft)}`;
  const login = step.flags ? item(['shell: bash', 'run: az login ${{ inputs.flags }}']) : [];
  const steps = [...login, ...step.steps.flatMap(it => stepLines(it, draft))];
  const head = [
    'inputs:',
    '  flags:',
    "    default: ''",
    'runs:',
    '  using: composite',
    '  steps:',
  ];
  draft.files.set(`${folder}/action.yml`, fileText([...head, ...indented(steps, 4)]));
  return item([
    ...conditionLines(step.condition, draft),
    `uses: ./${folder}`,
    ...(step.flags ? ['with:', `  flags: ${JSON.stringify(step.flags)}`] : []),
  ]);
}
