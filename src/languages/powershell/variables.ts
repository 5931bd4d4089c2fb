//! `$name`, `$env:NAME`, `$PSScriptRoot`: what a variable stands for, and what it is called.
//! Source: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_automatic_variables

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { holeAt } from '../script-text/source.ts';
import { type Context, notEvaluated, placeOf, reference } from './context.ts';
import type { PsVariable } from './operand-tree.ts';

const SCOPE = /^(global|local|private|script|using|variable):/i;

/** `$env:X` is `X` of the environment; others keep a `$`, in lower case, since PowerShell tells no cases apart. */
export function variableName(name: string): string {
  const drive = /^env:(.+)$/is.exec(name)?.[1];
  return drive ?? `$${name.replace(SCOPE, '').toLowerCase()}`;
}

/** False for the environment and for what belongs to the whole script. */
export const isOwn = (name: string): boolean => !/^(?:env|global|script):/i.test(name);

/** False for `$function:x` and other drives, which hold something else. */
const isPlain = (name: string): boolean => !/^(?!env:)\w+:/i.test(name.replace(SCOPE, ''));

export function variableValue(node: PsVariable, context: Context): Expression {
  const at = placeOf(context, node);
  const hole = holeAt(context.source.region, node.start, node.end);
  if (hole) return hole.expression;
  const fixed = FIXED.get(node.name.toLowerCase());
  if (fixed) return fixed(at);
  return isPlain(node.name)
    ? reference('variable', variableName(node.name), at)
    : notEvaluated(context, node);
}

export const scriptFolder = (at: Span): Expression => ({
  kind: 'call',
  name: 'module-folder',
  args: [],
  at,
});

export const TRUE = 'True';
export const FALSE = 'False';

const FIXED: ReadonlyMap<string, (at: Span) => Expression> = new Map([
  ['true', at => literal(TRUE, at)],
  ['false', at => literal(FALSE, at)],
  ['null', at => literal('', at)],
  ['psscriptroot', scriptFolder],
  ['args', at => reference('argument', '@', at)],
  ['pwd', at => reference('variable', 'PWD', at)],
  ['pscommandpath', at => inFolder(at)],
]);

/** A file there, whose name does not matter. */
const inFolder = (at: Span): Expression => ({
  kind: 'join',
  parts: [scriptFolder(at), literal('/script', at)],
  at,
});

/** `$args`, and what a function passes on with `@PSBoundParameters`. */
export const isArguments = (name: string): boolean => /^(?:args|psboundparameters)$/i.test(name);
