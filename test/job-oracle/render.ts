//! A generated workflow as the files of its repository.

import { type Condition, spelled } from './conditions.ts';
import {
  type ActionStep,
  actionFolder,
  type JobStep,
  type RunStep,
  type Values,
  type Workflow,
} from './plan.ts';

export const WORKFLOW_PATH = '.github/workflows/deploy.yml';

export function filesOf(workflow: Workflow): Values {
  const actions = workflow.job.steps.flatMap(it =>
    it.kind === 'action' ? [[`${actionFolder(it)}/action.yml`, actionText(it)] as const] : [],
  );
  return {
    ...workflow.files,
    ...Object.fromEntries(actions),
    [WORKFLOW_PATH]: workflowText(workflow),
  };
}

const indented = (lines: readonly string[], by: number): readonly string[] =>
  lines.map(it => (it === '' ? '' : ' '.repeat(by) + it));

const entries = (key: string, values: Values): readonly string[] =>
  Object.keys(values).length === 0
    ? []
    : [
        `${key}:`,
        ...Object.entries(values).map(([name, it]) => `  ${name}: ${JSON.stringify(it)}`),
      ];

function workflowText({ environment, prepared, job }: Workflow): string {
  const outputs = Object.fromEntries(
    Object.keys(prepared).map(name => [name, `\${{ steps.give.outputs.${name} }}`]),
  );
  const gives = Object.entries(prepared).map(
    ([name, value]) => `echo '${name}=${value}' >> "$GITHUB_OUTPUT"`,
  );
  const prepare = [
    'runs-on: ubuntu-latest',
    ...entries('outputs', outputs),
    'steps:',
    '  - id: give',
    '    run: |',
    ...indented(gives, 6),
  ];
  const run = Object.entries({ shell: job.shell, 'working-directory': job.folder });
  const defaults = run.flatMap(([name, it]) => (it === undefined ? [] : [`    ${name}: ${it}`]));
  const deploy = [
    'runs-on: ubuntu-latest',
    'needs: prepare',
    ...entries('env', job.environment),
    ...(defaults.length === 0 ? [] : ['defaults:', '  run:', ...defaults]),
    'steps:',
    ...job.steps.flatMap(it => indented(stepLines(it), 2)),
  ];
  return [
    'on: push',
    ...entries('env', environment),
    'jobs:',
    '  prepare:',
    ...indented(prepare, 4),
    '  deploy:',
    ...indented(deploy, 4),
    '',
  ].join('\n');
}

const stepLines = (step: JobStep): readonly string[] => {
  const lines = step.kind === 'run' ? runLines(step, step.shell) : usesLines(step);
  return lines.map((it, index) => (index === 0 ? `- ${it}` : it === '' ? '' : `  ${it}`));
};

const conditionLines = (condition: Condition | undefined): readonly string[] =>
  condition ? [`if: ${JSON.stringify(`\${{ ${spelled(condition)} }}`)}`] : [];

const runLines = (step: RunStep, shell: string | undefined): readonly string[] => [
  `id: ${step.id}`,
  ...conditionLines(step.condition),
  ...entries('env', step.environment),
  ...(shell === undefined ? [] : [`shell: ${shell}`]),
  ...(step.folder === undefined ? [] : [`working-directory: ${step.folder}`]),
  ...(step.continues ? ['continue-on-error: true'] : []),
  'run: |',
  ...indented(step.lines.split('\n'), 2),
];

const usesLines = (step: ActionStep): readonly string[] => [
  `id: ${step.id}`,
  ...conditionLines(step.condition),
  ...entries('env', step.environment),
  `uses: ./${actionFolder(step)}`,
  ...entries('with', step.given),
];

function actionText({ fallbacks, outputs, steps }: ActionStep): string {
  const declared = (all: Values, key: string): readonly string[] =>
    Object.entries(all).flatMap(([name, it]) => [
      `  ${name}:`,
      `    ${key}: ${JSON.stringify(it)}`,
    ]);
  return [
    'inputs:',
    ...declared(fallbacks, 'default'),
    'outputs:',
    ...declared(outputs, 'value'),
    'runs:',
    '  using: composite',
    '  steps:',
    ...steps.flatMap(it => indented(stepLines({ ...it, shell: it.shell ?? 'bash' }), 4)),
    '',
  ].join('\n');
}
