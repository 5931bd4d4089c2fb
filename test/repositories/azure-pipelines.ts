//! A plan as jobs of Azure Pipelines: an action is a template of steps.

import { type Draft, nextName } from './draft.ts';
import { fileText, indented, item } from './lines.ts';
import type { Plan, Step, StepCondition, StepsJob } from './plan.ts';
import { actLines } from './shell.ts';

const SECRETS = [
  'ARM_CLIENT_ID: 1111',
  'ARM_CLIENT_SECRET: $(ArmClientSecret)',
  'ARM_TENANT_ID: 2222',
];

export function azurePipelines({ jobs }: Plan, draft: Draft): string {
  const all = jobs.flatMap((job, index) =>
    job.kind === 'steps' ? item([`job: job${index}`, ...jobLines(job, draft)]) : [],
  );
  const head = ['trigger: none', 'pool:', '  vmImage: ubuntu-latest', 'variables:', '  MODE: prod'];
  return fileText([...head, 'jobs:', ...indented(all, 2)]);
}

function jobLines(job: StepsJob, draft: Draft): readonly string[] {
  const legs = job.matrix.flatMap((flags, index) => [
    `leg${index}:`,
    `  HOW: ${JSON.stringify(flags)}`,
    `  LEG: ${index === 0 ? 'first' : 'other'}`,
  ]);
  return [
    ...(job.container ? ['container: mcr.microsoft.com/azure-cli'] : []),
    ...(job.secrets ? ['variables:', ...indented(SECRETS, 2)] : []),
    ...(legs.length > 0 ? ['strategy:', '  matrix:', ...indented(legs, 4)] : []),
    'steps:',
    ...indented(
      job.steps.flatMap(it => stepLines(it, draft)),
      2,
    ),
  ];
}

function conditionLines(condition: StepCondition, draft: Draft): readonly string[] {
  switch (condition) {
    case 'none':
      return [];
    // What a template puts in: of a variable that a script may have changed since nothing is decided.
    case 'holds':
      return ["condition: and(succeeded(), eq('${{ variables.MODE }}', 'prod'))"];
    case 'fails':
      return ["condition: ne('${{ variables.MODE }}', 'prod')"];
    case 'open':
      return [`condition: contains(variables['Build.SourceBranchName'], 'b${nextName(draft)}x')`];
    case 'leg':
      return [];
  }
}

/** Where a template is taken in, which happens before anything runs. */
function expandedUnder(condition: StepCondition, draft: Draft): string | undefined {
  switch (condition) {
    case 'none':
    case 'leg':
      return undefined;
    case 'holds':
      return "${{ if eq(variables['MODE'], 'prod') }}";
    case 'fails':
      return "${{ if ne(variables['MODE'], 'prod') }}";
    case 'open':
      return `\${{ if contains(variables['Build.SourceBranchName'], 'b${nextName(draft)}x') }}`;
  }
}

function stepLines(step: Step, draft: Draft): readonly string[] {
  switch (step.kind) {
    case 'run':
      return item([
        'bash: |',
        ...indented(actLines(step.acts, undefined, draft), 2),
        ...conditionLines(step.condition, draft),
        ...(step.isBelow ? ['workingDirectory: below'] : []),
        ...(step.secrets ? ['env:', ...indented(SECRETS, 2)] : []),
      ]);
    case 'login': {
      const how = step.isFederated ? '--federated-token "$ID_TOKEN"' : '-p "$SECRET"';
      return item([
        `bash: az login --service-principal -u 1111 --tenant 2222 ${how}`,
        ...conditionLines(step.condition, draft),
      ]);
    }
    case 'given-login':
      return item(['bash: az login $(HOW)']);
    case 'action':
      return actionLines(step, draft);
  }
}

function actionLines(step: Step & { kind: 'action' }, draft: Draft): readonly string[] {
  const path = `templates/action${nextName(draft)}.yml`;
  const login = step.flags ? item(['bash: az login ${{ parameters.flags }}']) : [];
  const steps = [...login, ...step.steps.flatMap(it => stepLines(it, draft))];
  draft.files.set(path, fileText(['parameters:', "  flags: ''", 'steps:', ...indented(steps, 2)]));
  const lines = item([
    `template: ${path}`,
    ...(step.flags ? ['parameters:', `  flags: ${JSON.stringify(step.flags)}`] : []),
  ]);
  const under = expandedUnder(step.condition, draft);
  return under === undefined ? lines : [`- ${under}:`, ...indented(lines, 2)];
}
