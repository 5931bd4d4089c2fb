//! The `script` and `after-script` of a step: lines of one shell, and pipes between them.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, text } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { VARIABLE_FILES, writtenVariables } from '../../domain/variable-files.ts';
import {
  childOf,
  isEmpty,
  itemsOf,
  scalarOf,
  textOf,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { pipeInputs } from './values.ts';

/** What a step has besides its own. */
export interface Around {
  /** What whoever starts the pipeline gives. */
  readonly variables: readonly Entry[];
  /** Of the step, and of those before it. */
  readonly id: string;
  readonly before: readonly string[];
}

/** One scope with everything; empty when the step has no script. */
export function stepBody(step: YamlMapping, around: Around): readonly Step[] {
  const { at } = step;
  const language = labelsOf(step).some(it => /windows/i.test(it)) ? 'powershell' : 'bash';
  const parts = ['script', 'after-script'].flatMap(key => {
    const body = linesOf(childOf(step, key), language);
    return body.length > 0 ? [processOf(body, at)] : [];
  });
  if (parts.length === 0) return [];
  const root = literal('/.', at);
  const environment = [
    ...around.variables,
    ...around.before.map(it => givenBy(it, at)),
    { name: 'BITBUCKET_CLONE_DIR', value: root, at },
    { name: 'BITBUCKET_PIPELINES_VARIABLES_PATH', value: literal(VARIABLES, at), at },
    { name: VARIABLE_FILES, value: variableFiles(at), at },
  ];
  const { id } = around;
  return [{ kind: 'scope', ends: 'process', environment, folder: root, id, body: parts, at }];
}

/** A file that no repository has. */
const VARIABLES = '/.bitbucket/variables';

const variableFiles = (at: Span): Expression => ({
  kind: 'list',
  items: [literal(VARIABLES, at)],
  at,
});

/** Steps that come later have what a step wrote there: `output-variables`. */
const givenBy = (id: string, at: Span): Entry => ({
  name: '',
  isSpread: true,
  value: { kind: 'reference', space: 'output', name: writtenVariables(id), at },
  at,
});

const processOf = (body: readonly Step[], at: Span): Step => ({
  kind: 'scope',
  ends: 'process',
  environment: [],
  body,
  at,
});

const linesOf = (script: YamlNode | undefined, language: string): readonly Step[] =>
  (script?.kind === 'scalar' ? [script] : itemsOf(script)).flatMap(item =>
    lineSteps(item, language),
  );

function lineSteps(item: YamlNode, language: string): readonly Step[] {
  if (item.kind === 'scalar') {
    if (isEmpty(item)) return [];
    return [{ kind: 'script', language, source: text(item.region), at: item.region.at }];
  }
  // An alias may stand for several lines.
  if (item.kind === 'sequence') return item.items.flatMap(it => lineSteps(it, language));
  const pipe = scalarOf(childOf(item, 'pipe'));
  return pipe ? [pipeStep(pipe.text.trim(), pipe.region.at, childOf(item, 'variables'))] : [];
}

/** A container of its own: who signs in there is gone when it ends. */
function pipeStep(spelled: string, at: Span, variables: YamlNode | undefined): Step {
  const [, name = spelled, version = ''] =
    /^(?:docker:\/\/)?(.*?)(?::([^:/]+))?$/.exec(spelled) ?? [];
  const inputs = pipeInputs(variables);
  const component: Step = { kind: 'component', name: name.toLowerCase(), version, inputs, at };
  return { kind: 'scope', ends: 'machine', environment: [], body: [component], at };
}

const labelsOf = (step: YamlMapping): readonly string[] => {
  const labels = childOf(step, 'runs-on');
  const one = textOf(labels);
  return one === undefined ? itemsOf(labels).flatMap(it => textOf(it) ?? []) : [one];
};

/** Without labels the platform has a machine that is fresh each time. */
export function runnerOf(step: YamlMapping): Expression | undefined {
  const labels = labelsOf(step).map(it => (it === 'self.hosted' ? 'self-hosted' : it));
  if (labels.length === 0) return undefined;
  return { kind: 'list', items: labels.map(it => literal(it, step.at)), at: step.at };
}
