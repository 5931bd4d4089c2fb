//! A plan as jobs of GitLab: a step is a process of its own, and an action lines of a hidden job, or a script.

import { type Draft, nextName } from './draft.ts';
import { fileText, indented, item } from './lines.ts';
import type { Plan, Step, StepCondition, StepsJob } from './plan.ts';
import { actLines, EXPORT_SECRETS } from './shell.ts';

export function gitlab({ jobs }: Plan, draft: Draft): string {
  const hidden: string[] = [];
  const all = jobs.flatMap((job, index) =>
    job.kind === 'steps' ? [`job${index}:`, ...indented(jobLines(job, hidden, draft), 2)] : [],
  );
  return fileText(['variables:', '  MODE: prod', ...hidden, ...all]);
}

function jobLines(job: StepsJob, hidden: string[], draft: Draft): readonly string[] {
  const secrets = ['ARM_CLIENT_ID: "1111"', 'ARM_CLIENT_SECRET: $GIVEN', 'ARM_TENANT_ID: "2222"'];
  return [
    ...(job.container ? ['image: mcr.microsoft.com/azure-cli'] : []),
    ...(job.secrets ? ['variables:', ...indented(secrets, 2)] : []),
    ...(job.matrix.length > 0
      ? ['parallel:', '  matrix:', `    - HOW: ${JSON.stringify(job.matrix)}`]
      : []),
    'script:',
    ...indented(
      job.steps.flatMap(it => stepItems(it, hidden, draft)),
      2,
    ),
  ];
}

function stepItems(step: Step, hidden: string[], draft: Draft): readonly string[] {
  if (step.kind !== 'action' || step.condition !== 'none') return block(stepLines(step, draft));
  const name = `.action${nextName(draft)}`;
  const lines = actionLines(step, draft);
  hidden.push(`${name}:`, '  script:', ...indented(block(lines), 4));
  return item([`!reference [${name}, script]`]);
}

const block = (lines: readonly string[]): readonly string[] => item(['|', ...indented(lines, 2)]);

function conditional(
  condition: StepCondition,
  lines: readonly string[],
  draft: Draft,
): readonly string[] {
  const test = testOf(condition, draft);
  return test === undefined ? lines : [`if ${test}; then`, ...indented(lines, 2), 'fi'];
}

function testOf(condition: StepCondition, draft: Draft): string | undefined {
  switch (condition) {
    case 'none':
    case 'leg':
      return undefined;
    case 'holds':
      return '[ "$MODE" = prod ]';
    case 'fails':
      return '[ "$MODE" != prod ]';
    case 'open':
      return `grep -q x step${nextName(draft)}.txt`;
  }
}

function stepLines(step: Step, draft: Draft): readonly string[] {
  switch (step.kind) {
    case 'run': {
      const lines = [
        '(',
        ...(step.isBelow ? ['  cd below'] : []),
        ...(step.secrets ? [`  ${EXPORT_SECRETS}`] : []),
        ...indented(actLines(step.acts, undefined, draft), 2),
        ')',
      ];
      return conditional(step.condition, lines, draft);
    }
    case 'login': {
      const how = step.isFederated ? '--federated-token "$ID_TOKEN"' : '-p "$SECRET"';
      const line = `az login --service-principal -u 1111 --tenant 2222 ${how}`;
      return conditional(step.condition, [line], draft);
    }
    case 'given-login':
      return ['az login $HOW'];
    case 'action': {
      const path = `actions/action${nextName(draft)}.sh`;
      draft.files.set(path, fileText(actionLines(step, draft)));
      return conditional(step.condition, [`source "${draft.root}/${path}"`], draft);
    }
  }
}

const actionLines = (step: Step & { kind: 'action' }, draft: Draft): readonly string[] => [
  ...(step.flags ? [`az login ${step.flags}`] : []),
  ...step.steps.flatMap(it => stepLines(it, draft)),
];
