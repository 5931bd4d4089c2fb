//! Texts with `{{…}}`: what Task puts in before anybody reads them.
//! Source: https://taskfile.dev/reference/templating

import type { Expression } from '../../domain/expression.ts';
import { literal, template, unknownExpression } from '../../domain/literal.ts';
import { type Hole, spanOf } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import type { YamlScalar } from '../../languages/yaml/tree.ts';

export function templateValue({ region }: YamlScalar): Expression {
  const holes = [...region.text.matchAll(/\{\{([\s\S]*?)\}\}/g)].map((match): Hole => {
    const start = match.index;
    const end = start + match[0].length;
    const at = spanOf(region, start, end);
    return { start, end, expression: meaningOf(match[1] ?? '', at) };
  });
  return template({ ...region, holes });
}

/** Task puts the values in before a shell reads the line: whatever they hold is a part of the script. */
export function scriptSource(scalar: YamlScalar): Expression {
  const value = templateValue(scalar);
  const hasHoles = value.kind !== 'text' || value.region.holes.length > 0;
  return hasHoles ? { kind: 'call', name: 'to-string', args: [value], at: value.at } : value;
}

const NAME = String.raw`\.([A-Za-z_]\w*)`;
const PLAIN = new RegExp(`^-?\\s*${NAME}\\s*-?$`);
const PIPED = new RegExp(`^-?\\s*${NAME}\\s*\\|\\s*default\\s+(\\S+)\\s*-?$`);
const CALLED = new RegExp(`^-?\\s*default\\s+(\\S+)\\s+${NAME}\\s*-?$`);

function meaningOf(inside: string, at: Span): Expression {
  const spelled = inside.trim();
  const plain = PLAIN.exec(spelled)?.[1];
  if (plain !== undefined) return named(plain, at);
  const piped = PIPED.exec(spelled);
  if (piped?.[1] !== undefined) return orElse(piped[1], piped[2] ?? '', at);
  const called = CALLED.exec(spelled);
  if (called?.[2] !== undefined) return orElse(called[2], called[1] ?? '', at);
  return unknownExpression({ kind: 'not-evaluated', text: `{{${spelled}}}`.slice(0, 60) }, at);
}

function named(name: string, at: Span): Expression {
  switch (name) {
    case 'CLI_ARGS':
      return { kind: 'elements', of: { kind: 'reference', space: 'argument', name: '@', at }, at };
    case 'TASKFILE_DIR':
    case 'ROOT_DIR':
      return { kind: 'call', name: 'module-folder', args: [], at };
    case 'USER_WORKING_DIR':
      return { kind: 'reference', space: 'variable', name: 'PWD', at };
    default:
      return { kind: 'reference', space: 'variable', name, at };
  }
}

/** A default is a string in quotes, or another variable. */
function orElse(name: string, fallback: string, at: Span): Expression {
  const text = /^(["'`])(.*)\1$/.exec(fallback)?.[2];
  const other = /^\.([A-Za-z_]\w*)$/.exec(fallback)?.[1];
  const otherwise: Expression =
    text !== undefined
      ? literal(text, at)
      : other !== undefined
        ? named(other, at)
        : unknownExpression({ kind: 'not-evaluated', text: fallback.slice(0, 60) }, at);
  return { kind: 'reference', space: 'variable', name, otherwise, at };
}
