//! Facts of Terraform files in short lines, for tests to compare.

import type { Expression } from '../../domain/expression.ts';
import type { Routine } from '../../domain/facts.ts';
import { sourceFile } from '../../domain/source-file.ts';
import type { Step } from '../../domain/step.ts';
import { terraform } from './terraform.ts';

export const routineOf = (text: string, path = 'infra/main.tf'): Routine => {
  const [declaration] = terraform.extract(sourceFile(path, text)).declarations;
  if (declaration?.kind !== 'routine') throw new Error('no module');
  return declaration;
};

/** An expression in one line, without places. */
export function short(expression: Expression): string {
  switch (expression.kind) {
    case 'text': {
      const { text, holes } = expression.region;
      return JSON.stringify(text) + holes.map(it => ` ${short(it.expression)}`).join('');
    }
    case 'reference':
      return `${expression.space}:${expression.name}`;
    case 'list':
      return `[${expression.items.map(short).join(', ')}]`;
    case 'object':
      return `{${expression.entries.map(it => `${it.name}: ${short(it.value)}`).join(', ')}}`;
    case 'choice':
      return expression.options.map(short).join(' | ');
    case 'member':
      return `${short(expression.of)}.${expression.name}`;
    case 'call':
      return `${expression.name}(${expression.args.map(short).join(', ')})`;
    case 'elements':
      return `${short(expression.of)}…`;
    case 'unknown':
      return expression.why.kind === 'not-evaluated' ? `?${expression.why.text}` : '?';
    case 'join':
    case 'split':
    case 'output':
      return expression.kind;
  }
}

/** A step in one line, those inside it in braces. */
export function outline(step: Step): string {
  const inside = (steps: readonly Step[]): string => `{ ${steps.map(outline).join('; ')} }`;
  switch (step.kind) {
    case 'construct':
      return `${step.type} ${short(step.args)}`;
    case 'script':
      return `${step.languageFrom ? short(step.languageFrom) : step.language} ${short(step.source)}`;
    case 'command':
      return `run ${step.words.map(short).join(' ')}`;
    case 'run':
      return `module ${short(step.path)} ${step.inputs.map(it => `${it.name}=${short(it.value)}`).join(' ')}`;
    case 'write':
      return `write ${short(step.target)} ${short(step.content)}`;
    case 'scope': {
      const names = step.environment.map(it => `${it.name}=${short(it.value)} `).join('');
      const folder = step.folder ? `in ${short(step.folder)} ` : '';
      return `${names}${folder}${inside(step.body)}`;
    }
    case 'branch':
      return `either ${step.arms.map(inside).join(' or ')}`;
    case 'detached':
      return `${step.name} ${inside(step.body)}`;
    case 'component':
    case 'assign':
    case 'define':
    case 'change-folder':
    case 'loop':
    case 'stop':
      return step.kind;
  }
}

export const outlines = (text: string, path?: string): string[] =>
  routineOf(text, path).body.map(outline);
