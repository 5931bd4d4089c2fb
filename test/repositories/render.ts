//! A plan as the files of a repository; each operation carries its number.

import type { Draft } from './draft.ts';
import type { Job, Step } from './plan.ts';
import { actLines } from './shell.ts';

export interface Rendered {
  readonly files: ReadonlyMap<string, string>;
  readonly marks: readonly string[];
}

const SECRETS = [
  'ARM_CLIENT_ID: 1111',
  'ARM_CLIENT_SECRET: ${{ secrets.ARM_CLIENT_SECRET }}',
  'ARM_TENANT_ID: 2222',
];

export function rendered(jobs: readonly Job[]): Rendered {
  const draft: Draft = { files: new Map(), marks: [], names: 0 };
  const workflow = ['on: push', 'env:', '  MODE: prod', 'jobs:'];
  for (const [index, job] of jobs.entries()) {
    workflow.push(`  job${index}:`, '    runs-on: ubuntu-latest');
    if (job.secrets) workflow.push('    env:', ...SECRETS.map(it => `      ${it}`));
    workflow.push('    steps:');
    for (const step of job.steps) workflow.push(...stepLines(step, draft).map(it => `      ${it}`));
  }
  draft.files.set('.github/workflows/deploy.yml', `${workflow.join('\n')}\n`);
  return draft;
}

function stepLines(step: Step, draft: Draft): readonly string[] {
  switch (step.kind) {
    case 'run':
      return runLines(step, draft);
    case 'login':
      return [
        '- uses: azure/login@v2',
        '  with:',
        ...(step.isFederated
          ? ['    client-id: 1111', '    tenant-id: 2222', '    subscription-id: 3333']
          : ['    creds: ${{ secrets.AZURE_CREDENTIALS }}']),
      ];
    case 'action':
      return actionLines(step, draft);
  }
}

function runLines(step: Step & { kind: 'run' }, draft: Draft): readonly string[] {
  const name = `step${draft.names}`;
  const lines = actLines(step.acts, draft);
  return [
    `- name: ${name}`,
    '  shell: bash',
    ...(step.secrets ? ['  env:', ...SECRETS.map(it => `    ${it}`)] : []),
    '  run: |',
    ...lines.map(it => `    ${it}`),
  ];
}

function actionLines(step: Step & { kind: 'action' }, draft: Draft): readonly string[] {
  draft.names += 1;
  const folder = `.github/actions/action${draft.names}`;
  const lines = ['inputs:', '  flags:', "    default: ''", 'runs:', '  using: composite'];
  lines.push('  steps:');
  if (step.flags) lines.push('    - shell: bash', '      run: az login ${{ inputs.flags }}');
  for (const inner of step.steps) lines.push(...stepLines(inner, draft).map(it => `    ${it}`));
  draft.files.set(`${folder}/action.yml`, `${lines.join('\n')}\n`);
  return [
    `- uses: ./${folder}`,
    ...(step.flags ? ['  with:', `    flags: ${JSON.stringify(step.flags)}`] : []),
  ];
}
