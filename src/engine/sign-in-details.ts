//! What there is to say about a sign-in besides who it is: whose session it takes, what it reads, what it lacks.

import type { Told } from '../domain/explanation.ts';
import type { ResolvedSignIn } from '../domain/model.ts';
import { isWorkload, type Remark, type Session, type SignIn } from '../domain/sign-in.ts';
import type { Place } from '../domain/span.ts';
import { reasonOf } from '../domain/value.ts';
import { codeList } from '../enforcement/names.ts';
import type { PlaceFinder } from './report-of.ts';

export const detailsOf = (
  { signIn, settings }: ResolvedSignIn,
  places: PlaceFinder,
): readonly Told[] => [
  ...signIn.remarks.flatMap(remarkText).map(message => ({ message })),
  ...takenFrom(signIn),
  ...(signIn.unknown ? [{ message: `what decides it is ${reasonOf(signIn.unknown)}` }] : []),
  ...applicationOf(signIn, places),
  ...settingsOf(settings, places),
];

/** Those of one line together. */
function settingsOf(settings: ResolvedSignIn['settings'], places: PlaceFinder): readonly Told[] {
  const byLine = new Map<string, { readonly names: string[]; readonly at: Place }>();
  for (const [name, span] of settings) {
    const at = places(span);
    const key = `${at.path}:${at.line}`;
    const before = byLine.get(key);
    if (before) before.names.push(name);
    else byLine.set(key, { names: [name], at });
  }
  return [...byLine.values()].map(({ names, at }) => ({
    message: `reads the variable${names.length > 1 ? 's' : ''} ${codeList(names)}`,
    ...(at.path === '' ? {} : { at }),
  }));
}

const SESSIONS: Readonly<Record<Session, string>> = {
  'azure-cli': 'the Azure CLI',
  'azure-powershell': 'Azure PowerShell',
  azd: 'the Azure Developer CLI',
};

function takenFrom({ identity, takes }: SignIn): readonly Told[] {
  if (identity !== 'ambient' || takes.length === 0) return [];
  const sessions = takes.map(it => SESSIONS[it] ?? `\`${it}\``).join(', else of ');
  return [{ message: `has no credentials of its own and takes the session of ${sessions}` }];
}

/** Which one, where that can be said. */
function applicationOf({ identity, clientId }: SignIn, places: PlaceFinder): readonly Told[] {
  if (!isWorkload(identity) || clientId.kind === 'absent') return [];
  const at = clientId.at.path === '' ? {} : { at: places(clientId.at) };
  const what = clientId.kind === 'known' ? `\`${clientId.value}\`` : reasonOf(clientId.why);
  return [{ message: `its client ID is ${what}`, ...at }];
}

function remarkText(remark: Remark): readonly string[] {
  switch (remark.kind) {
    case 'usage-error':
      return [`these arguments are refused, and nobody is signed in: ${remark.message}`];
    case 'looks-like-application':
      return [`\`${remark.name}\` looks like an application, but \`${remark.flag}\` is missing`];
    case 'kept':
      return remark.where === 'environment' ? [] : ['is kept for whatever runs there later'];
    case 'typed-in-browser':
      return ["is typed into Microsoft's page by a program"];
    case 'incomplete':
      return [`skips its ${remark.method}, because ${codeList(remark.missing)} is missing`];
    case 'users-only':
    case 'fails-closed':
      return [remark.reason];
  }
}
