//! Steps in a few characters each, for tests.

import type { Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';

/** Steps inside others are indented; scopes and imports are left out. */
export function shownSteps(steps: readonly Step[], indent = ''): readonly string[] {
  return steps.flatMap(it => shownStep(it, indent));
}

function shownStep(step: Step, indent: string): readonly string[] {
  switch (step.kind) {
    case 'command':
      return [`${indent}run ${step.words.map(shown).join(' ')}`];
    case 'script':
      return [`${indent}shell ${shown(step.source)}`];
    case 'assign':
      return step.name.startsWith('result(')
        ? []
        : [`${indent}${step.name} = ${shown(step.value)}`];
    case 'construct':
      return [
        `${indent}library ${entry(step.args, 'library')} ${entry(step.args, 'name')} ${shown(step.args)}`,
      ];
    case 'scope':
      return shownSteps(step.body, indent);
    case 'define':
      return [`${indent}define ${step.name}`, ...shownSteps(step.body, `${indent}  `)];
    case 'branch':
      return [`${indent}branch`, ...step.arms.flatMap(it => shownSteps(it, `${indent}  `))];
    case 'run':
      return [];
    case 'loop':
    case 'stop':
    case 'change-folder':
    case 'write':
    case 'detached':
    case 'component':
      return [`${indent}${step.kind}`];
  }
}

const entry = (args: Expression, name: string): string => {
  const found = args.kind === 'object' ? args.entries.find(it => it.name === name) : undefined;
  return found ? shown(found.value) : '?';
};

function shown(it: Expression): string {
  const all = (list: readonly Expression[]): string => list.map(shown).join(', ');
  switch (it.kind) {
    case 'text': {
      let text = '';
      let from = 0;
      for (const hole of it.region.holes) {
        text += `${it.region.text.slice(from, hole.start)}<${shown(hole.expression)}>`;
        from = hole.end;
      }
      return text + it.region.text.slice(from);
    }
    case 'reference':
      return `$${it.name}${it.otherwise ? `:-${shown(it.otherwise)}` : ''}`;
    case 'join':
      return it.parts.map(shown).join(' . ');
    case 'list':
      return `[${all(it.items)}]`;
    case 'object':
      return `{${it.entries.map(e => `${e.name}: ${shown(e.value)}`).join(', ')}}`;
    case 'choice':
      return `(${it.options.map(shown).join(' | ')})`;
    case 'member':
      return `${shown(it.of)}.${it.name}`;
    case 'call':
      return `${it.name}(${all(it.args)})`;
    case 'elements':
      return `*${shown(it.of)}`;
    case 'split':
      return `~${shown(it.of)}`;
    case 'output':
      return 'output';
    case 'unknown':
      return `?${it.why.kind === 'not-evaluated' ? it.why.text : it.why.name}`;
  }
}
