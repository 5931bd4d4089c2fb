//! Credentials that the platform holds, as variables: `withCredentials([…])`, `X = credentials('id')`.
//! Sources: https://www.jenkins.io/doc/pipeline/steps/credentials-binding/,
//! https://github.com/jenkinsci/azure-credentials-plugin

import type { Entry } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import {
  type GroovyArgument,
  type GroovyExpression,
  partsOf,
  textOf,
} from '../../languages/groovy/tree.ts';
import { heldByPlatform } from './reading.ts';

/** What names the variables of an Azure service principal, and what they are called otherwise. */
const PRINCIPAL: readonly (readonly [string, string])[] = [
  ['clientIdVariable', 'AZURE_CLIENT_ID'],
  ['clientSecretVariable', 'AZURE_CLIENT_SECRET'],
  ['tenantIdVariable', 'AZURE_TENANT_ID'],
  ['subscriptionIdVariable', 'AZURE_SUBSCRIPTION_ID'],
];

/** What `X = credentials('id')` sets beside `X`: which of them depends on the kind of the credential. */
const PARTS = [
  '',
  '_USR',
  '_PSW',
  '_CLIENT_ID',
  '_CLIENT_SECRET',
  '_TENANT_ID',
  '_SUBSCRIPTION_ID',
];

export const credentialEntries = (name: string, id: string, at: Span): readonly Entry[] =>
  PARTS.map(part => ({ name: `${name}${part}`, value: heldByPlatform(id, at), at }));

/** The bindings of `withCredentials`, in calls and in maps with `$class`. */
export function boundEntries(expression: GroovyExpression): readonly Entry[] {
  const { at } = expression;
  if (expression.kind === 'call') {
    const { name, args } = expression;
    return [...bindingEntries(args, name === 'azureServicePrincipal', at), ...below(expression)];
  }
  if (expression.kind === 'map') {
    const { entries } = expression;
    const type = textOf(entries.find(it => it.name === '$class')?.value) ?? '';
    return [...bindingEntries(entries, /^AzureCredentials/.test(type), at), ...below(expression)];
  }
  return below(expression);
}

const below = (expression: GroovyExpression): readonly Entry[] =>
  partsOf(expression).flatMap(boundEntries);

/** `variable: 'X'`, `usernameVariable: 'X'`, and how other plugins spell it. */
const NAMES_VARIABLE = /^(?:variable|\w+Variable|envVar|envVariable)$/;

function bindingEntries(
  args: readonly GroovyArgument[],
  isPrincipal: boolean,
  at: Span,
): readonly Entry[] {
  const plain = args.find(it => it.name === undefined)?.value;
  const id = textOf(args.find(it => it.name === 'credentialsId')?.value) ?? textOf(plain);
  const named = args.filter(it => NAMES_VARIABLE.test(it.name ?? ''));
  const own = named.flatMap(it => {
    const name = textOf(it.value);
    return name === undefined ? [] : [entryOf(name, id, it.at)];
  });
  if (!isPrincipal) return own;
  const others = PRINCIPAL.filter(([argument]) => !named.some(it => it.name === argument));
  return [...own, ...others.map(([, name]) => entryOf(name, id, at))];
}

const entryOf = (name: string, id: string | undefined, at: Span): Entry => ({
  name,
  value: heldByPlatform(id ?? name, at),
  at,
});
