//! `go run` and `go build`: the package whose program they start, or make.
//! Source: https://pkg.go.dev/cmd/go#hdr-Compile_and_run_Go_program

import { type Call, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal, text } from '../../domain/literal.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { filesStep } from '../../domain/program-files.ts';
import { programName } from '../../domain/program-name.ts';
import type { Region } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { runStep } from '../../domain/task-call.ts';
import { wordExpression } from '../../domain/word-expression.ts';

export const go: OperationReader = {
  id: 'go',
  title: '`go run`',
  programs: ['go'],
  isTaskRunner: true,
  read: readGo,
};

const VALUED =
  /^-{1,2}(?:p|asmflags|buildmode|compiler|gccgoflags|gcflags|installsuffix|ldflags|mod|modfile|overlay|pgo|pkgdir|tags|toolexec|exec|o|C|coverpkg|covermode)$/;

interface GoLine {
  readonly folder: Word | undefined;
  readonly output: Word | undefined;
  readonly rest: readonly Word[];
}

function readGo(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'go') return undefined;
  const { folder, rest } = read(call.words.slice(1));
  const [verb, ...words] = rest;
  const name = verb && wordText(verb);
  if (name !== 'run' && name !== 'build') return NO_EFFECTS;
  const line = read(words);
  const body = name === 'run' ? runSteps(line.rest) : buildSteps(line, call.at);
  const place = line.folder ?? folder;
  if (body.length === 0) return NO_EFFECTS;
  const { at } = call;
  const steps: readonly Step[] = place
    ? [{ kind: 'scope', ends: 'process', environment: [], folder: wordExpression(place), body, at }]
    : body;
  return { ...NO_EFFECTS, runs: [{ kind: 'steps', steps }] };
}

function read(words: readonly Word[]): GoLine {
  let folder: Word | undefined;
  let output: Word | undefined;
  let index = 0;
  for (; index < words.length; index += 1) {
    const word = words[index];
    const prefix = word ? wordPrefix(word) : '';
    if (!word || !prefix.startsWith('-')) break;
    const next = words[index + 1];
    if (/^-{1,2}C$/.test(prefix)) folder = next;
    if (/^-{1,2}o$/.test(prefix)) output = next;
    if (VALUED.test(prefix)) index += 1;
  }
  return { folder, output, rest: words.slice(index) };
}

/** Files, or a package by its folder; one that is named otherwise is of elsewhere. */
function runSteps(words: readonly Word[]): readonly Step[] {
  const isFile = (it: Word): boolean => /\.go$/.test(wordText(it) ?? '');
  const [first] = words;
  if (!first) return [];
  const end = words.findIndex(it => !isFile(it));
  const files = words.slice(0, end < 0 ? undefined : end);
  const given = words.slice(Math.max(files.length, 1)).map(it => wordExpression(it));
  if (files.length === 1) return [fileStep(wordExpression(first), given)];
  const isPackage = files.length > 1 || isFolder(first);
  if (!isPackage) return [];
  const folder = files.length > 1 ? folderWord(first) : first;
  const options = { from: 'current-folder', arguments: given } as const;
  return [filesStep('script', wordExpression(folder), { ending: '.go', where: 'folder' }, options)];
}

/** Files that are named together are one package, or near to all of one. */
const folderWord = (file: Word): Word => {
  const folder = /^(.*)\/[^/]*$/.exec(wordText(file) ?? '')?.[1] ?? '.';
  return { parts: [{ kind: 'text', text: folder }], splits: false, at: file.at };
};

const isFolder = (word: Word): boolean =>
  /^(?:\.{0,2}\/|\.{1,2}$)/.test(wordPrefix(word)) && !/@|\.\.\.$/.test(wordText(word) ?? '');

/** What it makes is a program that runs the package: a file of the name that is given, or one of the package's name in that folder. */
function buildSteps({ output, rest }: GoLine, at: Span): readonly Step[] {
  const [word] = rest;
  const folder = word && wordText(word);
  const target = output && wordText(output);
  const name = /([^/.][^/]*)\/*$/.exec(folder ?? '')?.[1];
  if (!word || folder === undefined || !isFolder(word)) return [];
  const inside = name === undefined ? [] : [`${(target ?? '.').replace(/\/+$/, '')}/${name}`];
  const targets = target === undefined || target.endsWith('/') ? inside : [target, ...inside];
  return targets.map(it => ({
    kind: 'write',
    target: literal(it, at),
    content: text(runningRegion(folder, at)),
    appends: false,
    at,
  }));
}

/** `go run <here>/./cmd/deploy "$@"`. */
function runningRegion(folder: string, at: Span): Region {
  const before = 'go run ';
  const here = '${PWD}';
  if (folder.startsWith('/'))
    return { at, text: `${before}${folder} "$@"`, segments: [], holes: [] };
  const expression: Expression = { kind: 'reference', space: 'variable', name: 'PWD', at };
  const hole = { start: before.length, end: before.length + here.length, expression };
  return { at, text: `${before}${here}/${folder} "$@"`, segments: [], holes: [hole] };
}

const fileStep = (path: Expression, given: readonly Expression[]): Step => ({
  ...runStep('script', '', path.at),
  path,
  arguments: given,
  sharesProcess: false,
});
