//! What the tests of the Bicep surface share: a file's facts, written in a few signs.

import type { Expression } from '../../domain/expression.ts';
import type { Routine, ValueFile } from '../../domain/facts.ts';
import { sourceFile } from '../../domain/source-file.ts';
import type { Step } from '../../domain/step.ts';
import { reasonOf } from '../../domain/value.ts';
import { bicep } from './bicep.ts';

const declarationIn = (text: string, path: string): Routine | ValueFile | undefined =>
  bicep.extract(sourceFile(path, text)).declarations[0];

export function routineIn(text: string): Routine {
  const declaration = declarationIn(text, 'infra/main.bicep');
  if (declaration?.kind !== 'routine') throw new Error('no routine');
  return declaration;
}

export function valuesIn(text: string): ValueFile {
  const declaration = declarationIn(text, 'infra/main.bicepparam');
  if (declaration?.kind !== 'values') throw new Error('no values');
  return declaration;
}

/** An expression in a few signs, for tables. */
export function shown(it: Expression): string {
  switch (it.kind) {
    case 'text': {
      const holes = it.region.holes.map(hole => shown(hole.expression));
      return `'${it.region.text}'${holes.length > 0 ? `<${holes.join(' ')}>` : ''}`;
    }
    case 'reference':
      return `${it.space}:${it.name}${it.otherwise ? `|${shown(it.otherwise)}` : ''}`;
    case 'join':
      return it.parts.map(shown).join('+');
    case 'list':
      return `[${it.items.map(shown).join(' ')}]`;
    case 'object':
      return `{${it.entries.map(entry => `${entry.name}=${shown(entry.value)}`).join(' ')}}`;
    case 'choice':
      return `(${it.options.map(shown).join(' or ')})`;
    case 'member':
      return `${shown(it.of)}.${it.name}`;
    case 'call':
      return `${it.name}(${it.args.map(shown).join(' ')})`;
    case 'elements':
    case 'split':
      return `...${shown(it.of)}`;
    case 'output':
      return 'output';
    case 'unknown':
      return reasonOf(it.why);
  }
}

function shownStep(step: Step): string {
  switch (step.kind) {
    case 'detached':
      return `${step.name}: ${step.body.map(shownStep).join('; ')}`;
    case 'construct':
      return `${step.type} ${shown(step.args)}`;
    case 'scope': {
      const names = step.environment.map(it => `${it.name}=${shown(it.value)} `).join('');
      return `${step.ends} ${names}(${step.body.map(shownStep).join('; ')})`;
    }
    case 'script':
      return `${step.languageFrom ? shown(step.languageFrom) : step.language} ${shown(step.source)}`;
    case 'branch':
      return `maybe (${step.arms.flat().map(shownStep).join('; ')})`;
    case 'run':
      return `run ${shown(step.path)} ${step.inputs.map(it => `${it.name}=${shown(it.value)}`).join(' ')}`;
    case 'command':
      return step.words.map(shown).join(' ');
    default:
      return step.kind;
  }
}

export const stepsIn = (text: string): readonly string[] => routineIn(text).body.map(shownStep);

/** A resource statement; the version does not matter. */
export const resource = (type: string, body: string, name = 'a'): string =>
  `resource ${name} '${type}@2023-01-01' = {\n${body}\n}\n`;
