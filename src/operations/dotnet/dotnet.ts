//! `dotnet run` and its like: the project whose program they start.
//! Sources: https://learn.microsoft.com/dotnet/core/tools/dotnet-run, https://learn.microsoft.com/dotnet/core/tools/dotnet

import { actionInput } from '../../domain/action-input.ts';
import { type Call, type ComponentCall, type Word, wordText } from '../../domain/call.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { filesStep } from '../../domain/program-files.ts';
import { programName } from '../../domain/program-name.ts';
import type { Span } from '../../domain/span.ts';
import type { RunStep, Step } from '../../domain/step.ts';
import { runStep } from '../../domain/task-call.ts';
import { textOf } from '../../domain/value.ts';
import { wordExpression } from '../../domain/word-expression.ts';

export const dotnet: OperationReader = {
  id: 'dotnet',
  title: '`dotnet run`',
  programs: ['dotnet'],
  isTaskRunner: true,
  read: readDotnet,
};

const TASK = 'dotnetcorecli';

function readDotnet(call: Call): Effects | undefined {
  if (call.kind === 'component') return call.name === TASK ? started(taskSteps(call)) : undefined;
  if (call.kind !== 'command' || programName(call) !== 'dotnet') return undefined;
  const [, ...words] = call.words;
  const [first, ...rest] = words;
  switch (first && wordText(first)) {
    case 'run':
      return started(runSteps(rest, call.at));
    case 'watch':
      return started(
        runSteps(
          rest.filter(it => wordText(it) !== 'run'),
          call.at,
        ),
      );
    case 'exec':
    case 'script':
      return started(fileSteps(rest));
    default:
      return started(fileSteps(words));
  }
}

const started = (steps: readonly Step[]): Effects =>
  steps.length === 0 ? NO_EFFECTS : { ...NO_EFFECTS, runs: [{ kind: 'steps', steps }] };

interface RunLine {
  readonly project: Word | undefined;
  /** What the program is given. */
  readonly given: readonly Word[];
}

function read(words: readonly Word[]): RunLine {
  let project: Word | undefined;
  let index = 0;
  for (; index < words.length; index += 1) {
    const word = words[index];
    const text = (word && wordText(word)) ?? '';
    if (!word || !text.startsWith('-')) break;
    if (text === '--') return { project, given: words.slice(index + 1) };
    const glued = /^--(?:project|file)=(.*)$/.exec(text)?.[1];
    if (glued !== undefined) project = spelled(glued, word.at);
    if (PROJECT.test(text)) project = words[index + 1];
    if (PROJECT.test(text) || VALUED.test(text)) index += 1;
  }
  return { project, given: words.slice(index) };
}

const PROJECT = /^(?:-p|--project|--file)$/;

const VALUED =
  /^(?:-[cfrvae]|--(?:configuration|framework|runtime|launch-profile|verbosity|arch|os|environment|artifacts-path))$/;

const spelled = (text: string, at: Span): Word => ({
  parts: [{ kind: 'text', text }],
  splits: false,
  at,
});

/** Without a project the one that stands in the current folder. */
function runSteps(words: readonly Word[], at: Span): readonly Step[] {
  const { project, given } = read(words);
  const [file] = given;
  if (!project && file && isCode(file)) return fileSteps(given);
  const path = project ?? spelled('.', at);
  return projectSteps(
    wordExpression(path),
    wordText(path),
    given.map(it => wordExpression(it)),
  );
}

const isCode = (word: Word): boolean => /\.csx?$/i.test(wordText(word) ?? '');

/** A project is named by its file or by its folder. */
function projectSteps(
  path: Expression,
  text: string | undefined,
  given: readonly Expression[],
): readonly Step[] {
  const options = { from: 'current-folder', arguments: given } as const;
  if (!/\.\w+proj$/i.test(text ?? '')) {
    return [
      filesStep(
        'dotnet-project',
        path,
        { ending: '.csproj', where: 'folder', isOnly: true },
        options,
      ),
    ];
  }
  const run: RunStep = {
    ...runStep('dotnet-project', '', path.at),
    path,
    ...options,
    sharesProcess: false,
  };
  return [run];
}

/** `dotnet bin/Tool.dll` starts the project `Tool`, if there is one of that name; a file of C# is a program by itself. */
function fileSteps(words: readonly Word[]): readonly Step[] {
  const [file, ...rest] = words;
  const text = (file && wordText(file)) ?? '';
  if (!file) return [];
  const { at } = file;
  const given = rest.filter((it, index) => index > 0 || wordText(it) !== '--');
  const args = given.map(it => wordExpression(it));
  if (isCode(file)) {
    const run = runStep('script', text, at);
    return [{ ...run, arguments: args, sharesProcess: false }];
  }
  const name = /([^\\/]+)\.dll$/i.exec(text)?.[1];
  if (name === undefined) return [];
  const files = { ending: `/${name}.csproj`, where: 'below', isOnly: true } as const;
  return [filesStep('dotnet-project', literal('.', at), files, { arguments: args })];
}

/** The task of Azure Pipelines. */
function taskSteps(call: ComponentCall): readonly Step[] {
  const projects = textOf(actionInput(call, 'projects'));
  if (textOf(actionInput(call, 'command')) !== 'run') return [];
  const { at } = call;
  const path = projects ?? '.';
  return /[*;\n]/.test(path) ? [] : projectSteps(literal(path, at), path, []);
}
