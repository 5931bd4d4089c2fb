import { expect, it } from 'vitest';
import { command, surroundings } from '../../../test/calls.ts';
import { httpRequest } from './http-request.ts';

it.each([
  ['curl -X PUT https://management.azure.com/subscriptions/$id -d @a.json', 'write', 'arm'],
  ['curl -H "Authorization:$t" https://management.azure.com/subscriptions', 'read', 'arm'],
  ['Invoke-RestMethod -Method Delete -Uri "https://management.azure.com$id"', 'write', 'arm'],
  ['curl https://graph.microsoft.com/v1.0/users', 'read', 'microsoft-graph'],
  ['curl -X "$m" https://management.azure.com/a', 'unknown', 'arm'],
  ['curl https://example.com', undefined, undefined],
  ['curl /subscriptions', undefined, undefined],
])('%s: %s', (line, effect, audience) => {
  const [operation] = httpRequest.read(command(line), surroundings())?.operations ?? [];
  expect([operation?.effect, operation?.audience]).toEqual([effect, audience]);
});
