//! Lines that a script prints for the agent of Azure Pipelines: variables for the steps after it.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/set-variables-scripts

import { type CommandCall, type Word, type WordPart, wordPrefix } from '../../domain/call.ts';
import { literal } from '../../domain/literal.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import {
  environmentName,
  JOB_NAME,
  outputName,
  STAGE_NAME,
  STEP_NAME,
  secretName,
} from '../../domain/pipeline-variables.ts';
import { programName } from '../../domain/program-name.ts';
import type { Surroundings } from '../../domain/sign-in.ts';
import type { WriteStep } from '../../domain/step.ts';
import { textOf } from '../../domain/value.ts';
import { wordExpression } from '../../domain/word-expression.ts';

export const pipelineVariables: OperationReader = {
  id: 'pipeline-variables',
  title: 'variables that a script sets for a pipeline',
  programs: ['echo', 'printf', 'write-host', 'write-output'],
  onlyWith: { in: 'command', text: /##vso\[task\.setvariable\b/i },
  read: (call, context) => (call.kind === 'command' ? readLine(call, context) : undefined),
};

const SETTING = /^##vso\[task\.setvariable\s+([^\]\r\n]*)\]/i;

function readLine(call: CommandCall, context: Surroundings): Effects | undefined {
  const start = call.words.findIndex(it => /^##vso\[/i.test(wordPrefix(it)));
  const [head, ...rest] = start < 0 ? [] : printed(call.words.slice(start));
  if (head?.kind !== 'text') return undefined;
  const match = SETTING.exec(head.text);
  // A name that is put together: which variable it is cannot be told.
  if (!match) return { ...NO_EFFECTS, setsVariables: true };
  const value = [{ ...head, text: head.text.slice(match[0].length) }, ...rest];
  const given = programName(call) === 'printf' ? filledIn(value) : value;
  const steps = writesOf(match[1] ?? '', given, call, context);
  return { ...NO_EFFECTS, runs: [{ kind: 'steps', steps }] };
}

/** As one line, with a space between the words. */
function printed(words: readonly Word[]): readonly WordPart[] {
  const parts: WordPart[] = [];
  const add = (part: WordPart): void => {
    const last = parts.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') {
      parts.splice(-1, 1, { kind: 'text', text: last.text + part.text });
    } else parts.push(part);
  };
  for (const [index, word] of words.entries()) {
    if (index > 0) add({ kind: 'text', text: ' ' });
    for (const part of word.parts) add(part);
  }
  return parts;
}

/** `printf '…]%s\n' "$x"`: what stands behind the pattern takes its place. */
function filledIn([head, ...rest]: readonly WordPart[]): readonly WordPart[] {
  if (head?.kind !== 'text') return rest;
  const [, pattern, behind = ''] = /^(%s)?(?:\\n)?(?: ([\s\S]*))?$/.exec(head.text) ?? [];
  return pattern === undefined ? [head, ...rest] : [{ kind: 'text', text: behind }, ...rest];
}

function writesOf(
  properties: string,
  value: readonly WordPart[],
  { at }: CommandCall,
  context: Surroundings,
): readonly WriteStep[] {
  const given = new Map(
    properties.split(';').map(it => {
      const [name = '', ...text] = it.split('=');
      return [name.trim().toLowerCase(), text.join('=').trim()] as const;
    }),
  );
  const name = given.get('variable') ?? '';
  const isTrue = (property: string): boolean => given.get(property)?.toLowerCase() === 'true';
  const nameOf = isTrue('issecret') ? secretName : environmentName;
  const content = wordExpression({ parts: value, splits: false, at });
  const write = (file: string, variable: string): WriteStep => ({
    kind: 'write',
    target: { kind: 'reference', space: 'variable', name: file, at },
    content: { kind: 'join', parts: [literal(`${variable}=`, at), content], at },
    appends: true,
    at,
  });
  if (!isTrue('isoutput')) return [write('GITHUB_ENV', nameOf(name))];
  const place = (of: string): string => textOf(context.environment(of)) ?? '';
  const step = place(STEP_NAME);
  if (step === '') return [];
  // Its own job reads it under the name of the step.
  const inJob = [place(JOB_NAME), step, name];
  return [
    write('GITHUB_ENV', nameOf(`${step}.${name}`)),
    write('GITHUB_OUTPUT', outputName(...inJob)),
    write('GITHUB_OUTPUT', outputName(place(STAGE_NAME), ...inJob)),
  ];
}
