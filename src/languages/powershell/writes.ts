//! What goes to files: `"X=$x" >> $env:GITHUB_ENV`, `… | Out-File`, `Set-Content`.

import type { Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import { argumentsFor } from './cmdlet-arguments.ts';
import { type Context, placeOf } from './context.ts';
import type { Stretch } from './operand-tree.ts';
import type { PsCommand, PsRedirect } from './tree.ts';
import { operandValue } from './values.ts';

export function redirectedSteps(
  redirects: readonly PsRedirect[],
  content: Expression,
  stretch: Stretch,
  context: Context,
): readonly Step[] {
  const last = redirects.findLast(it => it.target);
  if (!last?.target) return [];
  const target = operandValue(last.target, context);
  return [written(target, content, last.appends, stretch, context)];
}

const written = (
  target: Expression,
  content: Expression,
  appends: boolean,
  stretch: Stretch,
  context: Context,
): Step => ({ kind: 'write', target, content, appends, at: placeOf(context, stretch) });

/** `Out-File`, `Set-Content`, `Add-Content`, `Tee-Object`. */
export function fileSteps(
  command: PsCommand,
  piped: Expression | undefined,
  context: Context,
  appends: boolean,
): readonly Step[] {
  const args = argumentsFor(command, context);
  const target = args.value('path') ?? args.value('filepath') ?? args.value('literalpath', 0);
  const isNamed = args.has('path') || args.has('filepath') || args.has('literalpath');
  const content = piped ?? args.value('value', isNamed ? 0 : 1) ?? args.value('inputobject');
  if (!target || !content) return [];
  return [written(target, content, appends || args.has('append'), command, context)];
}
