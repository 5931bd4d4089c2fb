//! Bicep's functions as the neutral ones that `resolve` evaluates.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions

import type { Expression as DomainExpression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { CallNode, Expression } from '../../languages/bicep/tree.ts';
import { expressionOf } from './expressions.ts';
import { formatted } from './format.ts';
import { heldByPlatform, notEvaluated, type Reading, spanOf } from './reading.ts';

/** `undefined` when it cannot be said in neutral words. */
type Translation = (args: readonly DomainExpression[], at: Span) => DomainExpression | undefined;

const call = (name: string, args: readonly DomainExpression[], at: Span): DomainExpression => ({
  kind: 'call',
  name,
  args,
  at,
});

const same =
  (name: string): Translation =>
  (args, at) =>
    call(name, args, at);

const readFile: Translation = ([path], at) => path && call('read-file', [path], at);

const TRANSLATIONS: ReadonlyMap<string, Translation> = new Map<string, Translation>([
  ['any', ([value]) => value],
  ['string', same('to-string')],
  ['concat', same('concat')],
  ['union', (args, at) => call(args.some(it => it.kind === 'list') ? 'concat' : 'merge', args, at)],
  ['coalesce', same('coalesce')],
  ['replace', same('replace')],
  ['toLower', same('lower')],
  ['toUpper', same('upper')],
  ['trim', same('trim')],
  ['join', ([list, separator], at) => list && separator && call('join', [separator, list], at)],
  ['format', ([pattern, ...args], at) => pattern && formatted(pattern, args, at)],
  ['uri', joinedAddress],
  ['json', same('decode-json')],
  ['base64', same('encode-base64')],
  ['base64ToString', same('decode-base64')],
  ['base64ToJson', (args, at) => call('decode-json', [call('decode-base64', args, at)], at)],
  ['loadTextContent', readFile],
  ['loadFileAsBase64', (args, at) => encoded(readFile(args, at), at)],
  ['loadJsonContent', (args, at) => decoded(readFile(args, at), at)],
  ['readEnvironmentVariable', environmentVariable],
]);

const encoded = (file: DomainExpression | undefined, at: Span): DomainExpression | undefined =>
  file && call('encode-base64', [file], at);

const decoded = (file: DomainExpression | undefined, at: Span): DomainExpression | undefined =>
  file && call('decode-json', [file], at);

/** Values of a vault, or of whoever starts the deployment. */
const HELD: ReadonlySet<string> = new Set(['getSecret', 'externalInput']);

export function callOf(node: CallNode, reading: Reading): DomainExpression {
  const name = node.name.text;
  if (HELD.has(name)) return heldByPlatform(reading, node);
  const translate = isBuiltIn(node.of, reading) ? TRANSLATIONS.get(name) : undefined;
  const args = translate ? node.args.map(it => expressionOf(it, reading)) : [];
  return translate?.(args, spanOf(reading, node)) ?? notEvaluated(reading, node);
}

/** `format(…)`, `sys.format(…)`, `az.getSecret(…)`. */
const isBuiltIn = (of: Expression | undefined, reading: Reading): boolean =>
  of === undefined ||
  (of.kind === 'name' && /^(?:sys|az)$/.test(of.name) && !reading.meaningOf(of.name));

/** `uri(base, 'scripts/run.sh')`: the end of the address tells the file. */
function joinedAddress(
  [base, path]: readonly DomainExpression[],
  at: Span,
): DomainExpression | undefined {
  if (!base || !path) return undefined;
  return { kind: 'join', parts: [base, literal('/', at), path], at };
}

/** Of the machine that compiles the parameter file. */
function environmentVariable(
  [name, otherwise]: readonly DomainExpression[],
  at: Span,
): DomainExpression | undefined {
  const variable = name && literalOf(name);
  if (variable === undefined) return undefined;
  const reference = { kind: 'reference', space: 'variable', name: variable, at } as const;
  return otherwise ? { ...reference, otherwise } : reference;
}
