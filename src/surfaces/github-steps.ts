//! The `steps:` of a job or composite action, which look the same in both.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsteps

import type { Condition as StepCondition } from '../domain/condition.ts';
import type { Entry, Expression } from '../domain/expression.ts';
import type { Span } from '../domain/span.ts';
import type { ComponentStep, Step } from '../domain/step.ts';
import { comparisonOf } from '../languages/github-expression/comparison.ts';
import { type Condition, conditionOf } from '../languages/github-expression/condition.ts';
import {
  childOf,
  isEmpty,
  kindInWords,
  scalarOf,
  textOf,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
} from '../languages/yaml/tree.ts';
import { checkoutFolder, inRepository } from './github-checkouts.ts';
import { asTitle, namedValues, nodeValue, type Reading, report } from './github-reading.ts';
import { type RunDefaults, shellLanguage } from './github-shell.ts';

interface Conditioned {
  readonly step: Step;
  readonly condition: Condition;
  /** As the file spells it. */
  readonly spelled: string;
  /** Where it compares a name with a text. */
  readonly when: StepCondition | undefined;
}

export function stepsOf(
  node: YamlNode | undefined,
  defaults: RunDefaults,
  reading: Reading,
): readonly Step[] {
  if (!node || isEmpty(node)) return [];
  if (node.kind !== 'sequence') {
    report(reading, node.at, `\`steps\` is ${kindInWords(node)}, not a list, and was not read`);
    return [];
  }
  const checkouts: string[] = [];
  const around = { defaults, checkouts };
  const steps = node.items.flatMap((item, index) => {
    const folder = checkoutFolder(item);
    if (folder !== undefined) checkouts.push(folder);
    if (item.kind === 'mapping') return scopeOf(item, index + 1, around, reading) ?? [];
    report(
      reading,
      item.at,
      `step ${index + 1} is ${kindInWords(item)}, not a mapping, and was not read`,
    );
    return [];
  });
  return underConditions(steps);
}

/** Neighbours with the same condition run together or not at all. One that never runs is no step. */
function underConditions(steps: readonly Conditioned[]): readonly Step[] {
  const out: Step[] = [];
  let arm: Step[] = [];
  let spelled = '';
  for (const { step, condition, spelled: own, when } of steps) {
    if (condition === 'never') continue;
    if (condition === 'always') {
      out.push(step);
      spelled = '';
    } else if (spelled === own) arm.push(step);
    else {
      arm = [step];
      spelled = own;
      out.push(conditional(arm, when, step.at));
    }
  }
  return out;
}

export const conditional = (
  arm: readonly Step[],
  when: StepCondition | undefined,
  at: Span,
): Step => ({ kind: 'branch', arms: [arm], isExhaustive: false, ...(when ? { when } : {}), at });

/** `undefined` for an `if:` that is not one comparison of texts. */
export function comparisonIn(node: YamlMapping, reading: Reading): StepCondition | undefined {
  const scalar = scalarOf(childOf(node, 'if'));
  return scalar && comparisonOf(scalar.region, reading.contexts);
}

interface Around {
  readonly defaults: RunDefaults;
  /** Folders of the workspace in which the repository stands. */
  readonly checkouts: readonly string[];
}

function scopeOf(
  node: YamlMapping,
  number: number,
  around: Around,
  reading: Reading,
): Conditioned | undefined {
  const id = textOf(childOf(node, 'id'));
  const name = asTitle(textOf(childOf(node, 'name')) ?? '');
  // The command line is no title: it may hold a password.
  const title = `step ${name || id ? `\`${name || id}\`` : number}`;
  const body = bodyOf(node, title, around, reading);
  if (!body) return undefined;
  const folder = body.kind === 'script' ? folderOf(node, around, reading) : undefined;
  const spelled = textOf(childOf(node, 'if'))?.trim() ?? '';
  const step: Step = {
    kind: 'scope',
    ends: 'process',
    environment: namedValues(childOf(node, 'env'), `\`env\` of ${title}`, reading),
    ...(folder ? { folder } : {}),
    id: id ?? `step ${number}`,
    title,
    body: [body],
    at: node.at,
  };
  const condition = spelled === '' ? 'always' : conditionOf(spelled);
  return { step, condition, spelled, when: comparisonIn(node, reading) };
}

function folderOf(
  node: YamlMapping,
  { defaults, checkouts }: Around,
  reading: Reading,
): Expression | undefined {
  const own = scalarOf(childOf(node, 'working-directory'));
  const folder = own && !isEmpty(own) ? nodeValue(own, reading) : defaults.folder;
  return folder && inRepository(folder, checkouts);
}

function bodyOf(
  node: YamlMapping,
  title: string,
  { defaults, checkouts }: Around,
  reading: Reading,
): Step | undefined {
  const run = scalarOf(childOf(node, 'run'));
  if (run) {
    const language = shellLanguage(childOf(node, 'shell'), reading) ?? defaults.shell;
    return { kind: 'script', language, source: nodeValue(run, reading), at: run.region.at };
  }
  const uses = scalarOf(childOf(node, 'uses'));
  if (!uses || isEmpty(uses)) {
    report(reading, node.at, `${title} has neither \`run\` nor \`uses\` and was not read`);
    return undefined;
  }
  const inputs = namedValues(childOf(node, 'with'), `\`with\` of ${title}`, reading);
  const step = usesStep(uses, 'github-action', inputs, reading);
  return step.kind === 'run' ? { ...step, path: inRepository(step.path, checkouts) } : step;
}

/** `./path` is of this repository, everything else a component by its name. */
export function usesStep(
  uses: YamlScalar,
  routine: 'github-action' | 'github-workflow',
  inputs: readonly Entry[],
  reading: Reading,
): Step {
  const { at } = uses.region;
  const name = uses.text.trim();
  if (name.startsWith('./') || name.startsWith('../')) {
    return {
      kind: 'run',
      routine,
      path: nodeValue(uses, reading),
      inputs: inputs.map(input => ({ ...input, name: input.name.toLowerCase() })),
      arguments: [],
      sharesProcess: false,
      at,
    };
  }
  return componentStep(name, inputs, at);
}

/** `azure/login@v2`, `docker://image:tag`. */
export function componentStep(uses: string, inputs: readonly Entry[], at: Span): ComponentStep {
  const [, component = uses, version = ''] =
    /^(docker:\/\/.*?[^:/]):([^:/]+)$/.exec(uses) ?? /^([^@]*)@(.*)$/.exec(uses) ?? [];
  return { kind: 'component', name: component.toLowerCase(), version, inputs, at };
}
