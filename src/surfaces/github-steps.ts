//! The `steps:` of a job or composite action, which look the same in both.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsteps

import type { Entry, Expression } from '../domain/expression.ts';
import type { Span } from '../domain/span.ts';
import type { ComponentStep, Step } from '../domain/step.ts';
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
import { type Conditioned, conditionIn, underConditions } from './github-conditions.ts';
import { dockerSteps } from './github-docker.ts';
import { asTitle, namedValues, nodeValue, type Reading, report, within } from './github-reading.ts';
import { type RunDefaults, shellLanguage } from './github-shell.ts';

/** `spelled`: for what has to be known before anything runs, such as the language of a script. */
export function stepsOf(
  node: YamlNode | undefined,
  defaults: RunDefaults,
  reading: Reading,
  spelled = reading,
): readonly Step[] {
  if (!node || isEmpty(node)) return [];
  if (node.kind !== 'sequence') {
    report(reading, node.at, `\`steps\` is ${kindInWords(node)}, not a list, and was not read`);
    return [];
  }
  const checkouts: string[] = [];
  const around = { defaults, spelled, checkouts };
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

interface Around {
  readonly defaults: RunDefaults;
  readonly spelled: Reading;
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
  const environment = namedValues(childOf(node, 'env'), `\`env\` of ${title}`, reading);
  const step: Step = {
    kind: 'scope',
    ends: 'process',
    environment,
    isAtOnce: true,
    ...(folder ? { folder } : {}),
    id: id ?? `step ${number}`,
    title,
    body: body.kind === 'component' ? dockerSteps(body) : [body],
    at: node.at,
  };
  return { step, condition: conditionIn(node, withVariables(environment, reading)) };
}

/** The `if` of a step sees the step's own `env`. */
const withVariables = (environment: readonly Entry[], reading: Reading): Reading =>
  within(reading, path =>
    path[0] === 'env' && path.length === 2
      ? environment.findLast(it => it.name === path[1])?.value
      : undefined,
  );

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
  { defaults, spelled, checkouts }: Around,
  reading: Reading,
): Step | undefined {
  const run = scalarOf(childOf(node, 'run'));
  if (run) {
    const language = shellLanguage(childOf(node, 'shell'), spelled) ?? defaults.shell;
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
