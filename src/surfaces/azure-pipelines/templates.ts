//! `template:` of stages, jobs, steps, variables and `extends`: another file of this repository, run with inputs.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/templates

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import type { YamlNode, YamlScalar } from '../../languages/yaml/tree.ts';
import { type Reading, report } from './reading.ts';
import { nodeValue, parameterValues } from './values.ts';

export const TEMPLATE = 'azure-pipelines-template';

/** Nothing, and a problem, when it is of another repository. */
export function templateRun(
  template: YamlScalar,
  parameters: YamlNode | undefined,
  reading: Reading,
): readonly Step[] {
  const { at } = template.region;
  const spelled = template.text.trim();
  const repository = /@([^@/\s]+)$/.exec(spelled)?.[1];
  if (repository !== undefined && repository.toLowerCase() !== 'self') {
    const message = `the template \`${spelled.slice(0, 100)}\` is not in this repository, so what it does is not known`;
    report(reading, at, message);
    return [];
  }
  const path = pathOf(template, spelled.replace(/@self$/i, ''), reading);
  return [
    {
      kind: 'run',
      routine: TEMPLATE,
      path,
      inputs: parameterValues(parameters, reading),
      arguments: [],
      sharesProcess: true,
      at,
    },
  ];
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

/** Steps or jobs that a caller hands over: what the template puts them between is not known, but they run. */
export function handedOver(
  parameters: YamlNode | undefined,
  keys: ReadonlySet<string>,
): readonly YamlNode[] {
  if (parameters?.kind !== 'mapping') return [];
  return parameters.entries.flatMap(({ value }) =>
    value.kind === 'sequence' && value.items.some(it => hasKey(it, keys)) ? [value] : [],
  );
}

const hasKey = (node: YamlNode, keys: ReadonlySet<string>): boolean =>
  node.kind === 'mapping' && node.entries.some(it => keys.has(it.key.text));

export const runTitle = (template: YamlScalar): string =>
  `template \`${template.text.trim().slice(0, 80)}\``;
