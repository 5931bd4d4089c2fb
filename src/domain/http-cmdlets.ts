//! `Invoke-RestMethod` and `Invoke-WebRequest` to the request they send.
//! Source: https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-restmethod

import type { CommandCall } from './call.ts';
import { type CmdletLine, cmdletParameters, readCmdletLine } from './cmdlet-line.ts';
import { bodyOf, bodyOfText, joinedBodies, patternOf } from './http-fields.ts';
import type { HttpRequest } from './http-request.ts';
import { programName } from './program-name.ts';
import { textOf, type Value } from './value.ts';

const NAMES = /^(?:invoke-restmethod|irm|invoke-webrequest|iwr)$/;

const PARAMETERS = cmdletParameters([
  'Uri',
  'Method',
  'CustomMethod CM',
  'Body',
  'Form',
  'Headers',
  'ContentType',
  'Authentication',
  'Credential',
  'Token',
  'OutFile',
  'InFile',
  'TimeoutSec ConnectionTimeoutSeconds',
  'UserAgent',
  'WebSession',
  'SessionVariable SV',
  'Certificate',
  'CertificateThumbprint',
  'MaximumRetryCount',
  'RetryIntervalSec',
  'MaximumRedirection',
  'StatusCodeVariable',
  'ResponseHeadersVariable RHV',
  'Proxy',
  'TransferEncoding',
  '!UseBasicParsing',
  '!UseDefaultCredentials',
  '!SkipCertificateCheck',
  '!SkipHttpErrorCheck',
  '!SkipHeaderValidation',
  '!DisableKeepAlive',
  '!PassThru',
  '!NoProxy',
  '!FollowRelLink',
]);

export function readRequestCmdlet(call: CommandCall): HttpRequest | undefined {
  if (!NAMES.test(programName(call))) return undefined;
  const line = readCmdletLine(call, PARAMETERS);
  const address = line.has('Uri') ? line.value('Uri') : line.positionals[0];
  if (!address) return undefined;
  const [url = '', query = ''] = patternOf(address).split('?');
  const body = joinedBodies([bodyOf(line.value('Body')), bodyOf(line.value('Form'))]);
  const { fields } = joinedBodies([bodyOfText(query, call.at), body]);
  return {
    method: methodOf(line),
    url,
    fields,
    isOpen: body.isOpen || line.opaque.length > 0,
    headers: headersOf(line),
  };
}

function methodOf(line: CmdletLine): string {
  const given = line.has('Method') ? line.value('Method') : line.value('CustomMethod');
  return given.kind === 'absent' ? 'GET' : (textOf(given)?.toUpperCase() ?? '');
}

/** A token of its own parameter is a header too. */
function headersOf(line: CmdletLine): readonly string[] {
  const value: Value<string> = line.value('Headers');
  const token = line.has('Token') ? ['authorization: Bearer'] : [];
  if (value.kind === 'absent') return token;
  const entries = value.kind === 'unknown' ? value.entries : undefined;
  if (!entries) return [patternOf(value), ...token];
  return [...[...entries].map(([name, it]) => `${name}: ${patternOf(it)}`), ...token];
}
