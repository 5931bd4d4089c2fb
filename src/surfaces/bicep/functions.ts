//! Bicep's functions as the neutral ones that `resolve` evaluates: those that load files, and what templates share.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions

import type { Expression as DomainExpression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { CallNode, Expression } from '../../languages/bicep/tree.ts';
import { ARM_FUNCTIONS, type ArmFunction, neutralCall } from '../arm-functions.ts';
import { expressionOf } from './expressions.ts';
import { heldByPlatform, notEvaluated, type Reading, spanOf } from './reading.ts';

const readFile: ArmFunction = ([path], at) => path && neutralCall('read-file', [path], at);

const FUNCTIONS: ReadonlyMap<string, ArmFunction> = new Map<string, ArmFunction>([
  ...ARM_FUNCTIONS,
  ['loadTextContent', readFile],
  ['loadFileAsBase64', (args, at) => encoded(readFile(args, at), at)],
  ['loadJsonContent', (args, at) => decoded(readFile(args, at), at)],
  ['readEnvironmentVariable', environmentVariable],
]);

const encoded = (file: DomainExpression | undefined, at: Span): DomainExpression | undefined =>
  file && neutralCall('encode-base64', [file], at);

const decoded = (file: DomainExpression | undefined, at: Span): DomainExpression | undefined =>
  file && neutralCall('decode-json', [file], at);

/** Values of a vault, or of whoever starts the deployment. */
const HELD: ReadonlySet<string> = new Set(['getSecret', 'externalInput']);

export function callOf(node: CallNode, reading: Reading): DomainExpression {
  const name = node.name.text;
  if (HELD.has(name)) return heldByPlatform(reading, node);
  const translate = isBuiltIn(node.of, reading) ? FUNCTIONS.get(name) : undefined;
  const args = translate ? node.args.map(it => expressionOf(it, reading)) : [];
  return translate?.(args, spanOf(reading, node)) ?? notEvaluated(reading, node);
}

/** `format(…)`, `sys.format(…)`, `az.getSecret(…)`. */
const isBuiltIn = (of: Expression | undefined, reading: Reading): boolean =>
  of === undefined ||
  (of.kind === 'name' && /^(?:sys|az)$/.test(of.name) && !reading.meaningOf(of.name));

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
