//! Requests to Azure Resource Manager and Microsoft Graph, with a token that was asked for before.
//! Source: https://learn.microsoft.com/rest/api/azure/

import { audienceOfAddress } from '../../domain/audience-names.ts';
import { HTTP_LIBRARIES } from '../../domain/http-libraries.ts';
import { HTTP_PROGRAMS, type HttpRequest, requestOf } from '../../domain/http-request.ts';
import { NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { HOLE } from '../../domain/value.ts';
import { effectOfMethod } from '../request-effect.ts';

export const httpRequest: OperationReader = {
  id: 'http-request',
  title: 'a request over HTTP',
  programs: HTTP_PROGRAMS,
  libraries: HTTP_LIBRARIES,
  onlyWith: {
    in: 'script',
    text: /grant_type|oauth2\/|devicecode|metadata\/identity|x-identity-header/i,
  },
  read(call) {
    const request = requestOf(call);
    const audience = request && audienceOfAddress(addressOf(request));
    if (!request || (audience !== 'arm' && audience !== 'microsoft-graph')) return undefined;
    const { method } = request;
    return {
      ...NO_EFFECTS,
      operations: [
        {
          at: call.at,
          tool: `${method || 'request'} ${hostOf(request)}`,
          effect: effectOfMethod(method),
          ...(method === 'POST' && audience === 'arm' ? { isAction: true } : {}),
          audience,
          // A token is for one interface alone; that of the Azure CLI may be handed on.
          sessions: [
            `http-token:${audience}`,
            'http-token:unknown',
            'azure-cli',
            'azure-powershell',
          ],
          isOnlyAsSeen: true,
        },
      ],
    };
  },
};

/** Only what is written in full is an address: `/subscriptions` alone may be of any host. */
const addressOf = ({ url }: HttpRequest): string =>
  /^https:\/\//i.test(url) ? (url.split(HOLE)[0] ?? '') : '';

const hostOf = ({ url }: HttpRequest): string => /^https:\/\/([^/]+)/i.exec(url)?.[1] ?? '';
