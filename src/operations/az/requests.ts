//! `az rest` and `az account get-access-token`: a request or a token for whatever address stands in the options.

import { audienceOfAddress, audienceOfResourceType } from '../../domain/audience-names.ts';
import { whyUnknown, wordPrefix } from '../../domain/call.ts';
import type { Audience, Operation } from '../../domain/operation.ts';
import { isMissing, textOf } from '../../domain/value.ts';
import { effectOfMethod } from '../request-effect.ts';
import { type AzCommand, argumentsOf, hasOption, optionPrefix, optionValue } from './command.ts';

/** `undefined` when it does not use the session. */
export function restOperation(command: AzCommand): Operation | undefined {
  if (hasOption(command, '--skip-authorization-header') || hasOwnToken(command)) return undefined;
  const method = optionValue(command, '--method', '-m');
  const isPost = textOf(method)?.toLowerCase() === 'post';
  const address = optionPrefix(command, '--url', '--uri', '-u');
  const resource = optionPrefix(command, '--resource');
  return {
    at: command.call.at,
    tool: 'az rest',
    effect: isMissing(method) ? 'read' : effectOfMethod(textOf(method) ?? ''),
    ...(isPost ? { isAction: true } : {}),
    audience: audienceOfAddress(resource) ?? audienceOfAddress(address) ?? 'unknown',
    sessions: ['azure-cli'],
  };
}

const hasOwnToken = (command: AzCommand): boolean =>
  argumentsOf(command, '--headers').some(({ word, from }) =>
    /^["{\s]*authorization["\s]*[=:]/i.test(wordPrefix(word).slice(from)),
  );

/** What the token is used for is not followed; fetching it changes nothing. */
export function tokenOperation(command: AzCommand): Operation {
  return {
    at: command.call.at,
    tool: 'az account get-access-token',
    effect: 'read',
    audience: tokenAudience(command),
    sessions: ['azure-cli'],
  };
}

function tokenAudience(command: AzCommand): Audience {
  const type = textOf(optionValue(command, '--resource-type'));
  if (type !== undefined) return audienceOfResourceType(type) ?? 'unknown';
  const [argument] = argumentsOf(command, '--resource', '--scope');
  if (!argument) return 'arm';
  const text = wordPrefix(argument.word).slice(argument.from);
  const isComplete = whyUnknown(argument.word) === undefined;
  return audienceOfAddress(text) ?? (isComplete ? 'other' : 'unknown');
}
