//! GitLab pipelines: every job is an entry point; jobs extend each other, within a file and across files.
//! Source: https://docs.gitlab.com/ci/yaml/

import type { FileFacts, Pipeline } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import { childOf } from '../../languages/yaml/tree.ts';
import { inOrder, type Needing } from '../needs.ts';
import { includeProblems, partsForFiles } from './includes.ts';
import { globalParts, jobBody, partsOf, runnerOf, templateOf } from './jobs.ts';
import { neededBy } from './needs.ts';
import { circlesIn, isJob, isPart, type Job, jobsOf, lineageOf, type Reading } from './reading.ts';
import { isGitlabPart, MAIN } from './recognise.ts';

export const gitlabCi: Surface = {
  id: 'gitlab-ci',
  title: 'GitLab pipeline',
  comments: ['#'],
  matches: path => /\.ya?ml$/i.test(path),
  recognises: isGitlabPart,
  extract,
};

function extract({ path, text }: SourceFile): FileFacts {
  const none: FileFacts = { path, pipelines: [], declarations: [], problems: [] };
  const { documents, errors } = parseYaml(path, text);
  const root = documents.findLast(it => it.kind === 'mapping');
  if (root?.kind !== 'mapping') return { ...none, problems: MAIN.test(path) ? errors : [] };
  const header = documents.length > 1 ? childOf(documents[0], 'spec') : childOf(root, 'spec');
  const inputs = childOf(header, 'inputs');
  const reading: Reading = { path, text, root, inputs, problems: [] };
  const jobs = jobsOf(reading);
  // Other tools keep files in these folders too.
  if (!MAIN.test(path) && !jobs.some(it => isJob(it) || isPart(it))) return none;
  const facts = {
    path,
    pipelines: inOrder(jobs.flatMap(job => pipelineOf(job, reading))).all,
    declarations: [
      ...jobs.flatMap(job => partsOf(job, reading)),
      ...jobs.filter(isHidden).flatMap(job => templateOf(job, reading)),
      ...partsForFiles(reading),
      ...(MAIN.test(path) ? globalParts(reading) : []),
    ],
  };
  return {
    ...facts,
    problems: [...errors, ...circlesIn(reading), ...includeProblems(reading), ...reading.problems],
  };
}

const isHidden = ({ name }: Job): boolean => name.startsWith('.');

/** Hidden jobs, whose names start with a dot, run only where others extend them. */
function pipelineOf(job: Job, reading: Reading): readonly (Pipeline & Needing)[] {
  if (isHidden(job) || !isJob(job)) return [];
  const body = jobBody(job, reading);
  const runner = runnerOf(job, reading);
  const needs = neededBy(lineageOf(job.node, reading), reading);
  if (body.length === 0) return [];
  return [
    {
      id: job.name,
      title: `job \`${job.name.trim().replace(/\s+/g, ' ').slice(0, 80)}\``,
      reach: 'pipeline',
      isOpen: true,
      needs,
      ...(runner ? { runner } : {}),
      body,
      at: job.at,
    },
  ];
}
