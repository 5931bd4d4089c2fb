//! Steps and expressions in one line of text, for the tables of the tests.

import type { Expression } from '../../domain/expression.ts';
import type { CommandStep, Step } from '../../domain/step.ts';

export const printedSteps = (steps: readonly Step[]): string => steps.map(printedStep).join('; ');

function printedStep(step: Step): string {
  switch (step.kind) {
    case 'command':
      return printedCommand(step);
    case 'assign': {
      const sign = step.onlyIfUnset ? '?=' : step.appends ? '+=' : ':=';
      return `${step.isLocal ? 'local ' : ''}${step.name} ${sign} ${printed(step.value)}`;
    }
    case 'define':
      return `define ${step.name} (${printedSteps(step.body)})`;
    case 'change-folder':
      return `go to ${printed(step.to)}`;
    case 'write':
      return `write ${printed(step.content)} ${step.appends ? '>>' : '>'} ${printed(step.target)}`;
    case 'branch': {
      const arms = step.arms.map(printedSteps).join(' | ');
      return `${step.isExhaustive ? 'one of' : 'maybe'} (${arms})`;
    }
    case 'loop': {
      const items = step.items.map(printed).join(' ');
      const head = step.variable === undefined ? '' : `${step.variable} in ${items} `;
      return `loop ${head}(${printedSteps(step.body)})`;
    }
    case 'scope':
      return `${step.ends} ${printedEnvironment(step)}(${printedSteps(step.body)})`;
    case 'script':
      return `${step.language}: ${printed(step.source)}`;
    case 'run': {
      const words = [step.path, ...step.arguments].map(printed).join(' ');
      return `${step.sharesProcess ? 'source' : 'run'} ${words}`;
    }
    case 'stop':
      return `leave ${step.leaves}`;
    case 'component':
    case 'construct':
    case 'detached':
      return step.kind;
  }
}

function printedCommand(step: CommandStep): string {
  const input = step.input ? ` < ${printed(step.input)}` : '';
  return printedEnvironment(step) + step.words.map(printed).join(' ') + input;
}

const printedEnvironment = ({ environment }: Pick<CommandStep, 'environment'>): string =>
  environment.map(it => `${it.name}=${printed(it.value)} `).join('');

export function printed(expression: Expression): string {
  switch (expression.kind) {
    case 'text':
      return printedText(expression.region.text, expression.region.holes);
    case 'reference': {
      const name = `$${expression.name}`;
      return expression.otherwise ? `(${name} or ${printed(expression.otherwise)})` : name;
    }
    case 'join':
      return expression.parts.map(printed).join('+');
    case 'list':
      return `[${expression.items.map(printed).join(', ')}]`;
    case 'object':
      return `{${expression.entries.map(it => `${it.name}: ${printed(it.value)}`).join(', ')}}`;
    case 'choice':
      return `(${expression.options.map(printed).join('|')})`;
    case 'member':
      return `${printed(expression.of)}.${expression.name}`;
    case 'call':
      return `${expression.name}(${expression.args.map(printed).join(', ')})`;
    case 'elements':
      return `*${printed(expression.of)}`;
    case 'split':
      return `~${printed(expression.of)}`;
    case 'output':
      return `output(${printedSteps(expression.of)})`;
    case 'unknown':
      return expression.why.kind === 'not-evaluated' ? `?<${expression.why.text}>` : '?';
  }
}

/** Bare when it could be read as one word; holes stand in braces. */
function printedText(
  text: string,
  holes: readonly {
    readonly start: number;
    readonly end: number;
    readonly expression: Expression;
  }[],
): string {
  let from = 0;
  let all = '';
  for (const hole of holes) {
    all += `${text.slice(from, hole.start)}{${printed(hole.expression)}}`;
    from = hole.end;
  }
  all += text.slice(from);
  return holes.length === 0 && /^[\w./:@%,=*?[\]!-]+$/.test(text) ? text : JSON.stringify(all);
}
