//! Jenkins pipelines, declarative and scripted, and the scripts of libraries that they call.
//! Source: https://www.jenkins.io/doc/book/pipeline/syntax/

import type { Expression } from '../../domain/expression.ts';
import type { FileFacts, Pipeline, Routine } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Problem, Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseGroovy } from '../../languages/groovy/parse.ts';
import type { GroovyStatement } from '../../languages/groovy/tree.ts';
import { parameterEntries } from './environments.ts';
import { LIBRARY } from './function-calls.ts';
import { namesIn } from './names.ts';
import { parameter, type Reading } from './reading.ts';
import { runnerOf } from './runner.ts';
import { stepsOf } from './statements.ts';

export const jenkinsfile: Surface = {
  id: 'jenkinsfile',
  title: 'Jenkins pipeline',
  comments: ['//', '/*', '#'],
  matches: path => PIPELINE.test(path) || SCRIPT.test(path),
  extract,
};

const PIPELINE = /(?:^|\/)Jenkinsfile[^/]*$|\.jenkinsfile$/i;

const SCRIPT = /\.groovy$/i;

/** `@Library('x') _`, `library 'x'`. */
const LIBRARIES = /^[ \t]*(?:@Library\b|library[ \t(])/m;

/** In a script that may be anything, without any of these there is nothing to run. */
const RUNS = /\b(?:sh|bat|pwsh|powershell|azureCLI)\b/;

function extract({ path, text }: SourceFile): FileFacts {
  const none: FileFacts = { path, pipelines: [], declarations: [], problems: [] };
  if (!PIPELINE.test(path) && !RUNS.test(text)) return none;
  const { statements, errors } = parseGroovy(path, text);
  const whole: Span = { path, start: 0, end: text.length };
  const problems: Problem[] = [];
  const reading = readingOf(path, text, statements, problems);
  const isLibrary = !PIPELINE.test(path) && statements.every(isSilent);
  return {
    ...none,
    pipelines: isLibrary ? [] : [pipelineOf(statements, whole, reading)],
    declarations: isLibrary ? [libraryOf(statements, whole, reading)] : [],
    problems: PIPELINE.test(path) ? [...errors, ...problems] : problems,
  };
}

function readingOf(
  path: string,
  text: string,
  statements: readonly GroovyStatement[],
  problems: Problem[],
): Reading {
  const nothing: Reading = {
    path,
    text,
    problems,
    bound: new Set(),
    environment: new Set(),
    parameters: new Set(),
    functions: new Set(),
    isCaught: false,
    hasLibrary: PIPELINE.test(path) && LIBRARIES.test(text),
    missing: new Set(),
    isInFunction: false,
  };
  const { bound, environment, functions, parameters } = namesIn(statements, nothing);
  const declared = new Set(parameterEntries(parameters, nothing).map(it => it.name));
  const step = sharedStep(path);
  const all = step === undefined ? functions : new Set([...functions, step]);
  return { ...nothing, bound, environment, functions: all, parameters: declared };
}

/** It defines something, and runs nothing by itself: `return this` ends what others load. */
const isSilent = (statement: GroovyStatement): boolean =>
  statement.kind === 'function' ||
  statement.kind === 'class' ||
  statement.kind === 'stop' ||
  statement.kind === 'assign';

function pipelineOf(statements: readonly GroovyStatement[], at: Span, reading: Reading): Pipeline {
  const runner = runnerOf(statements, reading);
  return {
    id: 'pipeline',
    title: 'the Jenkins pipeline',
    reach: 'pipeline',
    isOpen: true,
    ...(runner ? { runner } : {}),
    body: [workspace(stepsOf(statements, reading), statements, at, reading)],
    at: { ...at, end: at.start },
  };
}

/** All stages share one agent here: a pipeline that gives each its own signs in on each. */
function workspace(
  body: readonly Step[],
  statements: readonly GroovyStatement[],
  at: Span,
  reading: Reading,
): Step {
  const root: Expression = literal('/.', at);
  const { parameters } = namesIn(statements, reading);
  const given = parameterEntries(parameters, reading);
  const environment = [
    { name: 'WORKSPACE', value: root, at },
    ...given,
    ...given.map(it => ({ ...it, name: parameter(it.name) })),
  ];
  return { kind: 'scope', ends: 'process', environment, folder: root, body, at };
}

/** `vars/login.groovy` is the step `login`. */
const sharedStep = (path: string): string | undefined =>
  /(?:^|\/)vars\/([^/]+)\.groovy$/i.exec(path)?.[1];

/** What `def call(…)` is called there. */
function libraryOf(statements: readonly GroovyStatement[], at: Span, reading: Reading): Routine {
  const step = sharedStep(at.path);
  const named = statements.map(it =>
    it.kind === 'function' && it.name === 'call' && step !== undefined ? { ...it, name: step } : it,
  );
  const body = stepsOf(named, reading);
  return {
    kind: 'routine',
    type: LIBRARY,
    path: at.path,
    leftTo: 'pipelines',
    parameters: [],
    bindings: [],
    body,
    at,
  };
}
