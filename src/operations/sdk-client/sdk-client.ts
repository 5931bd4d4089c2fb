//! Clients of Azure's management libraries in code: what their methods do to Azure.

import { audienceOfAddress } from '../../domain/audience-names.ts';
import type { Call } from '../../domain/call.ts';
import {
  argumentOf,
  classOf,
  codeSession,
  isFrom,
  type LibraryCall,
  libraryCallOf,
  madeObjectAt,
} from '../../domain/library-call.ts';
import {
  type Audience,
  type Effects,
  NO_EFFECTS,
  type Operation,
  type OperationReader,
} from '../../domain/operation.ts';
import { PROCESS, type Session } from '../../domain/sign-in.ts';
import { textOf, type Value } from '../../domain/value.ts';
import { effectOf } from './effects.ts';
import { CREDENTIALS, DISTINCTIVE, MANAGEMENT } from './libraries.ts';

export const sdkClient: OperationReader = {
  id: 'sdk-client',
  title: "clients of Azure's management libraries",
  programs: [],
  libraries: /msgraph|kiota|office365|powerbi|windows\.net/i,
  read,
};

function read(call: Call): Effects | undefined {
  const library = libraryCallOf(call);
  if (!library || library.owner === '') return undefined;
  const operation = tokenOf(library) ?? operationOf(library);
  return operation && { ...NO_EFFECTS, operations: [operation] };
}

/** A method of a client; of an object that may be anything only what no other library calls so. */
function operationOf(call: LibraryCall): Operation | undefined {
  if (!MANAGEMENT.some(it => isManaged(call, it))) return undefined;
  const effect = effectOf(call.member);
  const isSure = call.owner !== '?' && isOnlyFrom(call);
  if (!effect || !(isSure || DISTINCTIVE.test(call.member))) return undefined;
  return {
    at: call.at,
    tool: call.owner === '?' ? call.member : `${call.owner}.${call.member}`,
    ...effect,
    audience: 'arm',
    sessions: sessionsOf(call),
  };
}

/** `@azure/arm-` and the like are the beginning of many packages. */
const isManaged = ({ libraries }: LibraryCall, start: string): boolean =>
  libraries.some(it => it.startsWith(start));

const isOnlyFrom = ({ libraries }: LibraryCall): boolean =>
  libraries.every(it => MANAGEMENT.some(start => it.startsWith(start)));

/** Of the credential that its client was made with, where the file shows that; else of any that the program made. */
function sessionsOf(call: LibraryCall): readonly Session[] {
  const { path } = call.at;
  const keys = [...call.arguments.keys()].flatMap(it => /^(.+)\.name$/.exec(it)?.[1] ?? []);
  const made = keys.flatMap(it => madeObjectAt(call, it) ?? []).find(isCredential);
  const own = made ? [codeSession(path, classNamed(made.name))] : [];
  return [...own, codeSession(path), PROCESS];
}

const isCredential = (made: Pick<LibraryCall, 'libraries'>): boolean =>
  CREDENTIALS.some(it => isFrom(made, it));

function classNamed(name: string): string {
  const dot = name.lastIndexOf('.');
  return classOf({ owner: dot < 0 ? '' : name.slice(0, dot), member: name.slice(dot + 1) });
}

const TOKEN = /^(?:get_?token|gettokenasync)$/i;

/** A token for whatever is done with it afterwards. */
function tokenOf(call: LibraryCall): Operation | undefined {
  if (!TOKEN.test(call.member) || call.owner === '?' || !isCredential(call)) return undefined;
  return {
    at: call.at,
    tool: `${call.owner}.${call.member}`,
    effect: 'read',
    audience: audienceOf(argumentOf(call, ['scopes', 'scope', 'resource'], 0)),
    sessions: [codeSession(call.at.path, call.owner)],
  };
}

const audienceOf = (scope: Value<string>): Audience =>
  audienceOfAddress(textOf(scope) ?? '') ?? 'unknown';
