//! A `task:` step: a component by its name, and the scripts that its inputs hold.
//! Source: https://github.com/microsoft/azure-pipelines-tasks, `Tasks/*/task.json`

import type { Entry } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { ComponentStep, Step } from '../../domain/step.ts';
import { childOf, type YamlMapping, type YamlScalar } from '../../languages/yaml/tree.ts';
import { underConnection } from './connections.ts';
import { mappingAt, type Reading } from './reading.ts';
import { scriptOf } from './script-tasks.ts';
import type { Agent } from './steps.ts';
import { namedValues } from './values.ts';

export function taskSteps(
  task: YamlScalar,
  step: YamlMapping,
  agent: Agent,
  reading: Reading,
): readonly Step[] {
  const { at } = task.region;
  const given = childOf(step, 'inputs');
  const inputs = mappingAt(given, '`inputs`', reading);
  const component = componentOf(task.text.trim(), namedValues(given, reading), at);
  const body = scriptOf({ component, inputs, agent, reading });
  return underConnection(component, [component, ...body]);
}

/** `Name@2`; tasks of extensions may have their publisher's names in front. */
function componentOf(spelled: string, inputs: readonly Entry[], at: Span): ComponentStep {
  const [whole = '', version = ''] = spelled.split('@');
  const name = whole.slice(whole.lastIndexOf('.') + 1).toLowerCase();
  return { kind: 'component', name, version, inputs, at };
}
