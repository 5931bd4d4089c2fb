//! Requests for a token by several programs, and whom they sign in.

import { expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { sampleCommand } from '../../domain/sample-call.ts';
import { tokenRequest } from './token-request.ts';

const URL = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token';
const ARM = 'scope=https://management.azure.com/.default';

const read = (line: string) => tokenRequest.read(sampleCommand(line), surroundings());

it.each([
  [`curl -s -X POST ${URL} -d "grant_type=password&username=$u"`, 'user-password'],
  [`curl -sd grant_type=password ${URL}`, 'user-password'],
  [`curl ${URL} -d client_id=1 -d grant_type=password -d ${ARM}`, 'user-password'],
  [`curl --location ${URL} --data-urlencode "grant_type=password"`, 'user-password'],
  [`curl ${URL} -F grant_type=password`, 'user-password'],
  [`wget -qO- --post-data="grant_type=password&username=$u" ${URL}`, 'user-password'],
  [`http --form POST ${URL} grant_type=password username=$u`, 'user-password'],
  [`Invoke-RestMethod -Method Post -Uri ${URL} -Body "grant_type=password&x=$x"`, 'user-password'],
  [`irm ${URL} -Method Post -Body grant_type=password`, 'user-password'],
  [`curl "$url" -d grant_type=password -d resource=https://management.azure.com/`, 'user-password'],
  [
    'curl "$url" -d grant_type=password -d client_id=1950a258-227b-4e31-a9cf-717495945fc2',
    'user-password',
  ],
  ['curl "$url/oauth2/token" -d grant_type=password -d username=$u', 'nothing'],
  ['curl "$url" -d "grant_type=password&username=$u&password=$p"', 'nothing'],
  ['curl "$url/realms/web/protocol/openid-connect/token" -d grant_type=password', 'nothing'],
  [`curl http://localhost:8080/oauth2/token -d grant_type=password -d ${ARM}`, 'nothing'],
  ['curl https://contoso.okta.com/oauth2/v1/token -d grant_type=password', 'nothing'],
  ['curl https://contoso.b2clogin.com/a/b/oauth2/v2.0/token -d grant_type=password', 'nothing'],
  [`curl ${URL} -d grant_type=client_credentials -d client_secret=$s`, 'service-principal-secret'],
  [
    `curl ${URL} -d grant_type=client_credentials -d client_assertion=$a`,
    'service-principal-federated',
  ],
  [`curl ${URL} -d grant_type=refresh_token -d refresh_token=$t`, 'user-cached'],
  [`curl ${URL} -d grant_type=device_code -d code=$c`, 'nothing'],
  [
    'curl https://login.microsoftonline.com/common/oauth2/devicecode -d client_id=1',
    'user-device-code',
  ],
  [`curl ${URL} -d "$body"`, 'unknown'],
  [`curl ${URL} -d "grant_type=$grant"`, 'unknown'],
  [`curl ${URL}`, 'nothing'],
  [
    'curl -H Metadata:true http://169.254.169.254/metadata/identity/oauth2/token?resource=x',
    'managed-identity',
  ],
  ['curl "$IDENTITY_ENDPOINT" -H "X-IDENTITY-HEADER:$h"', 'managed-identity'],
  ['curl https://example.com', 'nothing'],
  [`echo curl ${URL} -d grant_type=password`, 'nothing'],
])('%s', (line, expected) => {
  expect(shown(read(line))).toBe(expected);
});

it.each<[string, Given, string]>([
  ['requests', { name: 'post', 0: URL, 'data.grant_type': 'password' }, 'user-password'],
  ['axios', { name: 'post', 0: URL, 1: 'grant_type=password&username=a' }, 'user-password'],
  ['requests', { name: 'post', 0: '$url', 'data.grant_type': 'password' }, 'nothing'],
  ['requests', { name: 'get', 0: 'https://example.com' }, 'nothing'],
  ['os', { name: 'run', 0: URL, 'data.grant_type': 'password' }, 'nothing'],
])('%s %o', (library, given, expected) => {
  const call = construct('library-call', { library, ...given });
  expect(shown(tokenRequest.read(call, surroundings()))).toBe(expected);
});

it.each([
  [`curl ${URL} -d grant_type=password -d ${ARM}`, 'arm', 'public'],
  [`curl ${URL} -d grant_type=password -d scope=User.Read`, 'microsoft-graph', 'public'],
  [
    `curl ${URL} -d grant_type=password -d resource=https%3A%2F%2Fgraph.windows.net`,
    'microsoft-graph',
    'public',
  ],
  [`curl ${URL} -d grant_type=password -d resource=$r`, 'unknown', 'public'],
  [
    'curl https://login.microsoftonline.us/a/oauth2/token -d grant_type=password',
    'unknown',
    'us-government',
  ],
])('%s is for %s in %s', (line, audience, cloud) => {
  expect(read(line)).toMatchObject({ audience, cloud, opens: [`http-token:${audience}`] });
});
