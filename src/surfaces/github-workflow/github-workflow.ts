//! GitHub workflows: every job is an entry point, and a reusable workflow is what others call.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax

import type { FileFacts, Pipeline } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Problem } from '../../domain/span.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import {
  childOf,
  isEmpty,
  kindInWords,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { booleanInputs } from '../github-inputs.ts';
import { newReading, within } from '../github-reading.ts';
import { type Job, jobsOf } from './jobs.ts';
import { reusableWorkflow } from './reusable.ts';
import { dispatchContexts, triggerNames } from './triggers.ts';

export const githubWorkflow: Surface = {
  id: 'github-workflow',
  title: 'GitHub workflow',
  comments: ['#'],
  matches: path => /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i.test(path),
  extract,
};

function extract({ path, text }: SourceFile): FileFacts {
  const { documents, errors } = parseYaml(path, text);
  // What stands beside broken lines may be read wrongly: of its structure nothing is said.
  const problems: Problem[] = [];
  const root = workflowOf(documents[0] ?? nothingAt(path), problems);
  const reported = errors.length > 0 ? errors : problems;
  if (!root) return { path, pipelines: [], declarations: [], problems: reported };
  const on = childOf(root, 'on');
  const triggers = triggerNames(on);
  const isCalled = triggers.includes('workflow_call');
  const isCalledOnly = isCalled && triggers.every(it => it === 'workflow_call');
  const reading = newReading(problems);
  const byHand = childOf(childOf(on, 'workflow_dispatch'), 'inputs');
  const started = within(reading, dispatchContexts(on, reading), booleanInputs(byHand));
  return {
    path,
    pipelines: isCalledOnly ? [] : jobsOf(root, started).map(pipelineOf),
    // What is wrong is said once, by whoever reads the jobs first.
    declarations: isCalled
      ? [reusableWorkflow(path, root, isCalledOnly ? reading : { ...reading, problems: [] })]
      : [],
    problems: reported,
  };
}

/** A file that is empty, or only comments. */
const nothingAt = (path: string): YamlMapping => ({
  kind: 'mapping',
  entries: [],
  at: { path, start: 0, end: 0 },
});

function workflowOf(root: YamlNode, problems: Problem[]): YamlMapping | undefined {
  if (root.kind !== 'mapping' && !isEmpty(root)) {
    const message = `a workflow is a mapping, and this is ${kindInWords(root)}`;
    problems.push({ at: root.at, message });
    return undefined;
  }
  if (isEmpty(childOf(root, 'jobs'))) {
    problems.push({
      at: { ...root.at, end: root.at.start },
      message: 'the workflow has no `jobs`',
    });
  }
  return root.kind === 'mapping' ? root : undefined;
}

const pipelineOf = ({ id, title, needs, runner, body, at }: Job): Pipeline => ({
  id,
  title,
  reach: 'pipeline',
  needs,
  ...(runner ? { runner } : {}),
  body,
  at,
});
