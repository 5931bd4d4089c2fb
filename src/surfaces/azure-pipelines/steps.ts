//! The `steps:` of a job or template.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/steps

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { STEP_NAME } from '../../domain/pipeline-variables.ts';
import type { Step } from '../../domain/step.ts';
import { type Guard, whenOf } from '../../languages/github-expression/guards.ts';
import {
  childOf,
  isEmpty,
  kindInWords,
  scalarOf,
  textOf,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { stepsFrom } from './arrangement.ts';
import { arranged, copiedBy, withoutBlocks } from './blocks.ts';
import { guardOf } from './conditions.ts';
import { callHanded, callOne } from './handed-over.ts';
import { asTitle, isTemplateText, type Reading, report } from './reading.ts';
import { scriptSteps } from './scripts.ts';
import { taskSteps } from './tasks.ts';
import { templateRun } from './templates.ts';
import { namedValues, nodeValue } from './values.ts';

/** What the agent is taken for when the file does not say: most are Linux machines. */
export interface Agent {
  readonly isWindows: boolean;
}

export function stepsOf(
  node: YamlNode | undefined,
  agent: Agent,
  reading: Reading,
): readonly Step[] {
  if (!node || isEmpty(node)) return [];
  if (isTemplateText(node)) return callHanded(nodeValue(node, reading));
  if (node.kind !== 'sequence') {
    report(reading, node.at, `\`steps\` is ${kindInWords(node)}, not a list, and was not read`);
    return [];
  }
  return stepsFrom(arranged(node, reading), items =>
    underConditions(items.flatMap(it => stepOf(it.node, agent, it.reading))),
  );
}

interface Conditioned {
  readonly steps: readonly Step[];
  readonly guard: Guard;
  /** As the file spells the condition. */
  readonly spelled: string;
}

/** Neighbours with the same condition run together or not at all. */
function underConditions(all: readonly Conditioned[]): readonly Step[] {
  const out: Step[] = [];
  let arm: Step[] = [];
  let spelled: string | undefined;
  for (const { steps, guard, spelled: own } of all) {
    const [first] = steps;
    if (!first || guard === 'never') continue;
    if (guard === 'always') {
      out.push(...steps);
      spelled = undefined;
    } else if (spelled === own) arm.push(...steps);
    else {
      arm = [...steps];
      spelled = own;
      out.push({
        kind: 'branch',
        arms: [arm],
        isExhaustive: false,
        ...whenOf(guard),
        at: first.at,
      });
    }
  }
  return out;
}

function stepOf(item: YamlNode, agent: Agent, reading: Reading): readonly Conditioned[] {
  if (isEmpty(item)) return [];
  if (isTemplateText(item)) return always(callHanded(nodeValue(item, reading)));
  const step = withoutBlocks(item);
  if (!step) {
    report(reading, item.at, `a step is ${kindInWords(item)}, not a mapping, and was not read`);
    return [];
  }
  const template = scalarOf(childOf(step, 'template'));
  if (template) {
    return always(
      templateRun(template, childOf(step, 'parameters'), reading, {
        stages: () => [],
        jobs: () => [],
        steps: (list, inside) => stepsOf(list, agent, inside),
      }),
    );
  }
  const body = bodyOf(step, agent, reading);
  const copy = body.length === 0 ? copiedBy(item, reading) : undefined;
  if (copy) return always([callOne(copy)]);
  if (body.length === 0) return [];
  const condition = scalarOf(childOf(step, 'condition'));
  const isOff = textOf(childOf(step, 'enabled'))?.toLowerCase() === 'false';
  const guard = condition && !isEmpty(condition) ? guardOf(condition.region, reading) : 'always';
  return [
    {
      steps: [scopeOf(step, body, reading)],
      guard: isOff ? 'never' : guard,
      spelled: condition?.text.trim() ?? '',
    },
  ];
}

const always = (steps: readonly Step[]): readonly Conditioned[] => [
  { steps, guard: 'always', spelled: '' },
];

function scopeOf(step: YamlMapping, body: readonly Step[], reading: Reading): Step {
  return {
    kind: 'scope',
    ends: 'process',
    environment: [...nameEntry(step), ...namedValues(childOf(step, 'env'), reading)],
    folder: folderOf(step, reading),
    title: titleOf(step),
    body,
    at: step.at,
  };
}

function nameEntry(step: YamlMapping): readonly Entry[] {
  const name = childOf(step, 'name');
  const text = textOf(name);
  if (!name || text === undefined) return [];
  return [{ name: STEP_NAME, value: literal(text, name.at), at: name.at }];
}

/** The command line is no title: it may hold a password. */
function titleOf(step: YamlMapping): string {
  const name = asTitle(textOf(childOf(step, 'displayName')) ?? textOf(childOf(step, 'name')) ?? '');
  if (name !== '') return `step \`${name}\``;
  const task = asTitle(textOf(childOf(step, 'task')) ?? '');
  return task === '' ? `a step` : `task \`${task}\``;
}

/** A path counts from the root of the repository. */
function folderOf(step: YamlMapping, reading: Reading): Expression {
  const inputs = withoutBlocks(childOf(step, 'inputs'));
  const names = ['workingdirectory', 'cwd', 'workingfolder'];
  const entry = [...step.entries, ...(inputs?.entries ?? [])].find(it =>
    names.includes(it.key.text.toLowerCase()),
  );
  if (!entry || isEmpty(entry.value)) return literal('/.', step.at);
  const { value } = entry;
  return {
    kind: 'join',
    parts: [literal('/./', value.at), nodeValue(value, reading)],
    at: value.at,
  };
}

function bodyOf(step: YamlMapping, agent: Agent, reading: Reading): readonly Step[] {
  for (const { key, value } of step.entries) {
    const language = languageOf(key.text, agent);
    if (language !== undefined) {
      const source = scalarOf(value);
      return source && !isEmpty(source) ? scriptSteps(source, language, reading) : [];
    }
  }
  const task = scalarOf(childOf(step, 'task'));
  return task && !isEmpty(task) ? taskSteps(task, step, agent, reading) : [];
}

function languageOf(key: string, { isWindows }: Agent): string | undefined {
  switch (key) {
    case 'script':
      return isWindows ? 'batch' : 'bash';
    case 'bash':
      return 'bash';
    case 'pwsh':
    case 'powershell':
      return 'powershell';
    default:
      return undefined;
  }
}
