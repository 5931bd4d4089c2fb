//! The Azure portal and the admin centres, opened in a browser that a program drives.
//! Source: https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication#applications

import {
  BROWSER_LIBRARIES,
  BROWSER_SESSION,
  robotCallOf,
  robotVerb,
} from '../../domain/browser-robot.ts';
import type { LibraryCall } from '../../domain/library-call.ts';
import { NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import type { Value } from '../../domain/value.ts';
import { HOLE } from '../../domain/value.ts';

export const portal: OperationReader = {
  id: 'portal',
  title: 'The Azure portal and the admin centres',
  programs: [],
  libraries: BROWSER_LIBRARIES,
  read(call) {
    const found = robotCallOf(call);
    const host = found && OPENS.has(robotVerb(found)) ? hostIn(found) : undefined;
    if (host === undefined) return undefined;
    return {
      ...NO_EFFECTS,
      operations: [
        {
          at: call.at,
          tool: host,
          // To open it is to read; every sign-in there is asked, whatever follows.
          effect: 'read',
          audience: 'portal',
          sessions: [BROWSER_SESSION],
        },
      ],
    };
  },
};

const OPENS: ReadonlySet<string> = new Set([
  'goto',
  'get',
  'gotourl',
  'navigate',
  'navigateto',
  'open',
  'to',
  'url',
  'visit',
]);

/** Hosts of the public cloud. */
const PORTALS: readonly RegExp[] = [
  /^(?:[\w-]+\.)?portal\.azure\.com$/,
  /^entra\.microsoft\.com$/,
  /^aad\.portal\.azure\.com$/,
  /^(?:intune|endpoint|devicemanagement)\.microsoft\.com$/,
  /^admin\.(?:microsoft\.com|cloud\.microsoft)$/,
];

function hostIn({ arguments: given }: LibraryCall): string | undefined {
  for (const [name, value] of given) {
    const host = /^(?:0|url)$/i.test(name) ? hostOf(value) : undefined;
    if (host !== undefined && PORTALS.some(it => it.test(host))) return host;
  }
  return undefined;
}

/** Of an address that is known at least so far. */
function hostOf(value: Value<string>): string | undefined {
  if (value.kind === 'absent') return undefined;
  const text = value.kind === 'known' ? value.value : (value.pattern ?? '');
  const [, host] = /^https?:\/\/([^/?#:]+)/i.exec(text.trim()) ?? [];
  return host === undefined || host.includes(HOLE) ? undefined : host.toLowerCase();
}
