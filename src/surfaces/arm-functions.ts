//! Functions that Bicep and Azure Resource Manager templates share, as the neutral ones that `resolve` evaluates.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions

import type { Expression } from '../domain/expression.ts';
import { literal } from '../domain/literal.ts';
import type { Span } from '../domain/span.ts';
import { formattedText, joinedText } from './arm-texts.ts';

/** `undefined` when it cannot be said in neutral words. */
export type ArmFunction = (args: readonly Expression[], at: Span) => Expression | undefined;

export const neutralCall = (name: string, args: readonly Expression[], at: Span): Expression => ({
  kind: 'call',
  name,
  args,
  at,
});

const same =
  (name: string): ArmFunction =>
  (args, at) =>
    neutralCall(name, args, at);

const unchanged: ArmFunction = ([value]) => value;

/** By the names that Bicep gives them; a template of JSON does not mind their case. */
export const ARM_FUNCTIONS: ReadonlyMap<string, ArmFunction> = new Map<string, ArmFunction>([
  ['any', unchanged],
  ['string', same('to-string')],
  ['concat', concatenated],
  ['union', (args, at) => neutralCall(args.some(isList) ? 'concat' : 'merge', args, at)],
  ['coalesce', same('coalesce')],
  ['replace', same('replace')],
  ['toLower', same('lower')],
  ['toUpper', same('upper')],
  ['trim', same('trim')],
  [
    'join',
    ([list, separator], at) => list && separator && neutralCall('join', [separator, list], at),
  ],
  ['format', ([pattern, ...args], at) => pattern && formattedText(pattern, args, at)],
  ['uri', joinedAddress],
  ['json', same('decode-json')],
  ['base64', same('encode-base64')],
  ['base64ToString', same('decode-base64')],
  [
    'base64ToJson',
    (args, at) => neutralCall('decode-json', [neutralCall('decode-base64', args, at)], at),
  ],
]);

const isList = (expression: Expression): boolean => expression.kind === 'list';

/** Of texts or of lists: without a text among them only their values tell. */
function concatenated(args: readonly Expression[], at: Span): Expression {
  return args.some(it => it.kind === 'text')
    ? joinedText(args, at)
    : neutralCall('concat', args, at);
}

/** `uri(base, 'scripts/run.sh')`: the end of the address tells the file. */
function joinedAddress([base, path]: readonly Expression[], at: Span): Expression | undefined {
  if (!base || !path) return undefined;
  return { kind: 'join', parts: [base, literal('/', at), path], at };
}
