//! `template:` of stages, jobs, steps, variables and `extends`: another file of this repository, run with inputs.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/templates

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { DefineStep, Step } from '../../domain/step.ts';
import { runStep } from '../../domain/task-call.ts';
import type { YamlNode, YamlScalar } from '../../languages/yaml/tree.ts';
import { handedLists, handOver, type Makers } from './handed-over.ts';
import { type Reading, report } from './reading.ts';
import { nodeValue, parameterValues } from './values.ts';

export const TEMPLATE = 'azure-pipelines-template';

/** One of another repository is a problem, and only what it is handed runs. */
export function templateRun(
  template: YamlScalar,
  parameters: YamlNode | undefined,
  reading: Reading,
  makers: Makers,
): readonly Step[] {
  const { at } = template.region;
  const spelled = template.text.trim();
  if (isElsewhere(template)) {
    if (!reading.missing.has(spelled)) report(reading, at, notRead(spelled));
    reading.missing.add(spelled);
    return handedLists(parameters).flatMap(({ kind, list }) => makers[kind](list, reading));
  }
  const defines: DefineStep[] = [];
  const inputs = parameterValues(parameters, {
    ...reading,
    handOver: (list, inside) => handOver(list, inside, makers, defines),
  });
  const path = pathOf(template, spelled.replace(/@self$/i, ''), reading);
  const run: Step = { ...runStep(TEMPLATE, '', at), path, inputs };
  return [...defines, run];
}

const notRead = (spelled: string): string =>
  `the template \`${spelled.slice(0, 100)}\` is not in this repository, so what it does is not known`;

export function isElsewhere(template: YamlScalar): boolean {
  const repository = /@([^@/\s]+)$/.exec(template.text.trim())?.[1];
  return repository !== undefined && repository.toLowerCase() !== 'self';
}

/** Relative to the folder of the file that says it, or with `/` in front to the root; given from the root. */
function pathOf(template: YamlScalar, spelled: string, reading: Reading): Expression {
  const { at } = template.region;
  if (!spelled.includes('${{') && !spelled.includes('$(')) {
    return literal(fromRoot(spelled, reading.path), at);
  }
  const value = nodeValue(template, reading);
  if (spelled.startsWith('/')) return { kind: 'join', parts: [literal('.', at), value], at };
  // Where an expression alone says it, it may begin with a slash itself.
  if (spelled.startsWith('$')) return value;
  const folder = literal(`./${folderOf(reading.path)}/`, at);
  return { kind: 'join', parts: [folder, value], at };
}

function fromRoot(spelled: string, path: string): string {
  const whole = spelled.startsWith('/') ? spelled : `${folderOf(path)}/${spelled}`;
  const parts: string[] = [];
  for (const part of whole.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `./${parts.join('/')}`;
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

export const runTitle = (template: YamlScalar): string =>
  `template \`${template.text.trim().slice(0, 80)}\``;
