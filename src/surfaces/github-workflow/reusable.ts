//! A workflow that jobs of others are: what it is given, and what it gives out.
//! Source: https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows

import type { Routine } from '../../domain/facts.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, entriesOf, type YamlMapping } from '../../languages/yaml/tree.ts';
import { booleanInputs, parametersOf } from '../github-inputs.ts';
import { declaredOutputs } from '../github-outputs.ts';
import { type Reading, within } from '../github-reading.ts';
import { type Job, jobsOf } from './jobs.ts';
import { secretParameter, secretReader } from './secrets.ts';

export function reusableWorkflow(path: string, root: YamlMapping, outer: Reading): Routine {
  const call = childOf(childOf(root, 'on'), 'workflow_call');
  const inputs = childOf(call, 'inputs');
  const secrets = entriesOf(childOf(call, 'secrets')).map(it => it.key.text);
  const reading = within(outer, secretReader(secrets), booleanInputs(inputs));
  return {
    kind: 'routine',
    type: 'github-workflow',
    path,
    leftTo: 'pipelines',
    parameters: [
      ...parametersOf(inputs, reading),
      ...secrets.map(it => secretParameter(it, root.at)),
    ],
    bindings: [],
    body: [
      {
        kind: 'scope',
        ends: 'process',
        environment: [],
        outputs: declaredOutputs(childOf(call, 'outputs'), reading),
        body: jobsOf(root, reading, secrets).map(titled),
        at: root.at,
      },
    ],
    at: root.at,
  };
}

/** A chain of places names the job. */
const titled = ({ title, body, at }: Job): Step => ({
  kind: 'scope',
  ends: 'process',
  environment: [],
  title,
  body,
  at,
});
