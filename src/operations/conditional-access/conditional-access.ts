//! Conditional Access policies that ask for multi-factor authentication, and whom they leave out.
//! Sources: https://learn.microsoft.com/graph/api/conditionalaccessroot-post-policies,
//! https://learn.microsoft.com/powershell/module/microsoft.graph.identity.signins/new-mgidentityconditionalaccesspolicy

import type { Call, CommandCall } from '../../domain/call.ts';
import { cmdletParameters, readCmdletLine } from '../../domain/cmdlet-line.ts';
import type { MfaPolicy } from '../../domain/directory.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { toolLine } from '../../domain/tool-line.ts';
import { textOf, type Value } from '../../domain/value.ts';
import { inputFields, prefixed, valueFields } from './fields.ts';
import { type Fields, policyOf } from './policy.ts';

/** Lower case, with the parameter that the whole policy may be given by. */
const CMDLETS: ReadonlySet<string> = new Set([
  'new-mgidentityconditionalaccesspolicy',
  'update-mgidentityconditionalaccesspolicy',
  'new-mgbetaidentityconditionalaccesspolicy',
  'update-mgbetaidentityconditionalaccesspolicy',
  'new-entraconditionalaccesspolicy',
  'set-entraconditionalaccesspolicy',
  'new-azureadmsconditionalaccesspolicy',
  'set-azureadmsconditionalaccesspolicy',
]);

/** They send a request to whatever address they are given. */
const REQUESTS: ReadonlySet<string> = new Set([
  'invoke-mggraphrequest',
  'invoke-mgrestmethod',
  'invoke-restmethod',
  'invoke-webrequest',
]);

export const conditionalAccess: OperationReader = {
  id: 'conditional-access',
  title: 'Conditional Access policies',
  programs: ['az', ...CMDLETS, ...REQUESTS],
  onlyWith: { in: 'script', text: /conditionalaccess/i },
  read(call) {
    const policy = readPolicy(call);
    return policy && withPolicy(policy);
  },
};

const withPolicy = (policy: MfaPolicy): Effects => ({ ...NO_EFFECTS, directory: [policy] });

function readPolicy(call: Call): MfaPolicy | undefined {
  if (call.kind === 'component') return undefined;
  if (call.kind === 'construct') {
    if (call.type !== 'conditional-access-policy') return undefined;
    const fields = inputFields(call.args);
    return policyOf(fields, `\`${fields.get('address') ?? 'a policy'}\``, call.at);
  }
  const name = programName(call);
  if (CMDLETS.has(name)) return cmdletPolicy(call);
  if (REQUESTS.has(name)) return requestPolicy(call);
  return name === 'az' ? azPolicy(call) : undefined;
}

const PARAMETERS = cmdletParameters([
  'BodyParameter',
  'Conditions',
  'ConditionalAccessPolicyId PolicyId Id',
  'DisplayName',
  'GrantControls',
  'SessionControls',
  'State',
]);

function cmdletPolicy(call: CommandCall): MfaPolicy | undefined {
  const line = readCmdletLine(call, PARAMETERS);
  const fields = new Map([
    ...valueFields(line.value('BodyParameter')),
    ...prefixed('conditions', valueFields(line.value('Conditions'))),
    ...prefixed('grantcontrols', valueFields(line.value('GrantControls'))),
    ...plain('state', line.value('State')),
    ...plain('displayname', line.value('DisplayName')),
  ]);
  return titled(fields, call);
}

const plain = (name: string, value: Value<string>): Fields =>
  value.kind === 'absent' ? new Map() : new Map([[name, textOf(value)]]);

const REQUEST_PARAMETERS = cmdletParameters(['Uri', 'Method', 'Body', 'ContentType', 'Headers']);

function requestPolicy(call: CommandCall): MfaPolicy | undefined {
  const line = readCmdletLine(call, REQUEST_PARAMETERS);
  const [address, method] = [line.value('Uri'), line.value('Method')];
  if (!isChange(address, method)) return undefined;
  return titled(valueFields(line.value('Body')), call);
}

const AZ_REST = {
  style: 'argparse' as const,
  options: [
    { name: 'method', spellings: ['--method', '-m'], takesValue: true },
    { name: 'url', spellings: ['--url', '--uri', '-u'], takesValue: true },
    { name: 'body', spellings: ['--body', '-b'], takesValue: true },
  ],
};

function azPolicy(call: CommandCall): MfaPolicy | undefined {
  const line = toolLine(call, ['rest'], AZ_REST);
  if (!line || !isChange(line.value('url'), line.value('method'))) return undefined;
  return titled(valueFields(line.value('body')), call);
}

function isChange(address: Value<string>, method: Value<string>): boolean {
  const text = address.kind === 'unknown' ? address.pattern : textOf(address);
  const isPolicy = /\/identity\/conditionalaccess\/policies/i.test(text ?? '');
  return isPolicy && /^(?:post|patch|put)$/i.test(textOf(method) ?? '');
}

function titled(fields: Fields, call: CommandCall): MfaPolicy | undefined {
  const name = fields.get('displayname');
  return policyOf(fields, name === undefined ? 'a policy' : `\`${name}\``, call.at);
}
