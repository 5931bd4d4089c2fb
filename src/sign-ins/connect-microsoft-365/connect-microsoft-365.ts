//! `Connect-ExchangeOnline`, `Connect-MicrosoftTeams` and their like: none of them asks Azure Resource Manager.

import { type Call, type CommandCall, whyUnknown } from '../../domain/call.ts';
import { type CmdletLine, cmdletParameters, readCmdletLine } from '../../domain/cmdlet-line.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import {
  type IdentityKind,
  isUser,
  isWorkload,
  type SignIn,
  type SignInForm,
} from '../../domain/sign-in.ts';
import { ABSENT, type Unknown, type Value } from '../../domain/value.ts';
import { SERVICES, type Service } from './service-data.ts';

const ID = 'connect-microsoft-365';

export const connectMicrosoft365: SignInForm = {
  id: ID,
  title: 'a cmdlet of Microsoft 365',
  programs: SERVICES.flatMap(it => it.names),
  read,
};

function read(call: Call): SignIn | undefined {
  if (call.kind !== 'command') return undefined;
  const name = programName(call);
  const service = SERVICES.find(it => it.names.includes(name));
  return service && readService(call, service);
}

function readService(call: CommandCall, service: Service): SignIn {
  const line = readCmdletLine(call, cmdletParameters(service.parameters));
  const identity = identityOf(line, service);
  const unknown = identity === 'unknown' ? whyNot(line, service) : undefined;
  return newSignIn(ID, call.at, identity, {
    clientId: isWorkload(identity) ? firstOf(line, CLIENTS) : ABSENT,
    tenantId: firstOf(line, ['TenantId', 'TenantID', 'Tenant', 'Organization']),
    covers: 'rest-of-job',
    opens: [service.session],
    audience: service.audience,
    ...(unknown ? { unknown } : {}),
  });
}

const CLIENTS = ['ApplicationId', 'AppId', 'ClientId', 'ManagedIdentityClientId'];

const firstOf = (line: CmdletLine, names: readonly string[]): Value<string> =>
  names.map(it => line.value(it)).find(it => it.kind !== 'absent') ?? ABSENT;

/** What is spread and not known may be anything, once nothing written names a workload. */
function identityOf(line: CmdletLine, service: Service): IdentityKind {
  const way = service.ways.find(([name]) => line.has(name) && line.switched(name) !== 'off');
  const identity = way?.[1] ?? service.otherwise;
  const isOpen = way
    ? isSwitch(way[0], service) && line.switched(way[0]) === 'unknown'
    : line.opaque.length > 0;
  const mayDiffer = isUser(identity) && line.opaque.length > 0;
  return isOpen || mayDiffer ? 'unknown' : identity;
}

const isSwitch = (name: string, service: Service): boolean =>
  service.parameters.some(it => it.startsWith(`!${name}`));

function whyNot(line: CmdletLine, service: Service): Unknown {
  const [spread] = line.opaque;
  const open = service.ways.map(([name]) => line.value(name)).find(it => it.kind === 'unknown');
  if (open?.kind === 'unknown') return open.why;
  return (spread && whyUnknown(spread)) ?? { kind: 'not-evaluated', text: service.names[0] ?? '' };
}
