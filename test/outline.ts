//! Steps and expressions in a few words a line, for the tests.

import type { Condition } from '../src/domain/condition.ts';
import type { Entry, Expression } from '../src/domain/expression.ts';
import type { ProgramFiles } from '../src/domain/program-files.ts';
import type { BranchStep, Step } from '../src/domain/step.ts';
import { reasonOf } from '../src/domain/value.ts';

/** Two spaces a level. */
export const outline = (steps: readonly Step[]): string => steps.flatMap(lines).join('\n');

function lines(step: Step): string[] {
  switch (step.kind) {
    case 'scope':
      return scopeLines(step);
    case 'branch':
      return step.arms.flatMap(arm => [armWord(step), ...indented(arm)]);
    case 'script':
      return [`${step.language} ${expressionText(step.source)}`];
    case 'component':
      return [`component ${[step.name, step.version, ...step.inputs.map(entryText)].join(' ')}`];
    case 'run':
      return [
        `run ${[step.routine, expressionText(step.path), ...filesText(step.files), ...step.inputs.map(entryText)].join(' ')}`,
      ];
    case 'write':
      return [`write ${expressionText(step.target)} ${expressionText(step.content)}`];
    case 'command':
      return [`command ${step.words.map(expressionText).join(' ')}`];
    case 'assign':
      return [`${step.name}=${expressionText(step.value)}`];
    case 'loop':
    case 'detached':
    case 'define':
      return [step.kind, ...indented(step.body)];
    case 'construct':
      return [`construct ${step.type} ${expressionText(step.args)}`];
    case 'change-folder':
      return [`cd ${expressionText(step.to)}`];
    case 'stop':
      return [step.kind];
  }
}

const filesText = (files: ProgramFiles | undefined): readonly string[] =>
  files
    ? [`${files.isOnly ? 'only ' : ''}*${files.ending}${files.where === 'below' ? ' below' : ''}`]
    : [];

function scopeLines(step: Step & { kind: 'scope' }): string[] {
  const words = [
    'scope',
    ...(step.ends === 'process' ? [] : [step.ends]),
    ...(step.each
      ? [`for each ${step.each.reads.join(' ')} of`, expressionText(step.each.of)]
      : []),
    ...(step.cases ?? []).map(it => `by ${it.name}${it.isShared ? '' : ' once'}`),
    ...(step.title === undefined ? [] : [step.title]),
    ...(step.folder ? [`in ${expressionText(step.folder)}`] : []),
    ...step.environment.map(entryText),
    ...(step.startsAs ? [`as ${expressionText(step.startsAs.image)}`] : []),
    ...(step.keptAs ?? []).map(it => `kept as ${expressionText(it)}`),
  ];
  const outputs = (step.outputs ?? []).map(it => `  gives ${step.id ?? ''} ${entryText(it)}`);
  const { otherwise = [] } = step.startsAs ?? {};
  const other = otherwise.length === 0 ? [] : ['else', ...indented(otherwise)];
  return [words.join(' '), ...indented(step.body), ...outputs, ...other];
}

function armWord({ areTogether, isExhaustive }: BranchStep): string {
  if (areTogether) return 'beside';
  return isExhaustive ? 'either' : 'perhaps';
}

const indented = (steps: readonly Step[]): string[] =>
  steps.flatMap(lines).map(line => `  ${line}`);

const entryText = ({ name, value }: Entry): string => `${name}=${expressionText(value)}`;

const listed = (all: readonly Expression[], between: string): string =>
  all.map(expressionText).join(between);

export function expressionText(it: Expression): string {
  switch (it.kind) {
    case 'text': {
      const { region } = it;
      let from = 0;
      let out = '';
      for (const hole of region.holes) {
        out += `${region.text.slice(from, hole.start)}«${expressionText(hole.expression)}»`;
        from = hole.end;
      }
      return JSON.stringify(out + region.text.slice(from)).slice(1, -1);
    }
    case 'reference': {
      const otherwise = it.otherwise ? ` otherwise ${expressionText(it.otherwise)}` : '';
      return `<${it.space} ${it.name}${otherwise}>`;
    }
    case 'join':
      return `join(${listed(it.parts, ' + ')})`;
    case 'list':
      return `[${listed(it.items, ', ')}]`;
    case 'object':
      return `{${it.entries.map(entryText).join(', ')}}`;
    case 'choice': {
      const when = it.when ? `if ${conditionText(it.when)} ` : '';
      return `${when}(${listed(it.options, ' | ')})`;
    }
    case 'member':
      return `${expressionText(it.of)}.${it.name}`;
    case 'call':
      return `${it.name}(${listed(it.args, ', ')})`;
    case 'elements':
    case 'split':
      return `${it.kind}(${expressionText(it.of)})`;
    case 'output':
      return `$(${outline(it.of)})`;
    case 'unknown':
      return `?${reasonOf(it.why)}`;
  }
}

export function conditionText(it: Condition): string {
  switch (it.kind) {
    case 'texts':
      return `${expressionText(it.left)} ${it.isEqual ? 'is' : 'is not'} ${expressionText(it.right)}`;
    case 'part':
      return `${expressionText(it.of)} has ${expressionText(it.part)} at ${it.place}`;
    case 'outcome':
      return it.isSuccess ? 'it went well' : 'it failed';
    case 'all':
    case 'any':
      return `${it.kind} (${it.of.map(conditionText).join(', ')})`;
    case 'not':
      return `not ${conditionText(it.of)}`;
    case 'open':
      return '?';
  }
}
