//! A request over HTTP, whatever sends it: curl, wget, HTTPie, PowerShell's cmdlets, a library.

import type { Call } from './call.ts';
import { readRequestCmdlet } from './http-cmdlets.ts';
import { readRequestCommand } from './http-commands.ts';
import type { Fields } from './http-fields.ts';
import { readLibraryRequest } from './http-libraries.ts';

export interface HttpRequest {
  /** In upper case; `''` when it is not known. */
  readonly method: string;
  /** A `HOLE` for each part that is not known. */
  readonly url: string;
  /** What its body and query say, by name, in lower case. */
  readonly fields: Fields;
  /** Something is sent of which nothing is known. */
  readonly isOpen: boolean;
  /** As `name: value`, a `HOLE` for each part that is not known. */
  readonly headers: readonly string[];
}

/** `undefined` when the call sends none. */
export function requestOf(call: Call): HttpRequest | undefined {
  switch (call.kind) {
    case 'command':
      return readRequestCommand(call) ?? readRequestCmdlet(call);
    case 'construct':
      return call.type === 'library-call' ? readLibraryRequest(call) : undefined;
    case 'component':
      return undefined;
  }
}

/** Programs whose command lines it reads, as `programName` spells them. */
export const HTTP_PROGRAMS = [
  'curl',
  'wget',
  'http',
  'https',
  'xh',
  'xhs',
  'invoke-restmethod',
  'irm',
  'invoke-webrequest',
  'iwr',
] as const;
