import { expect, it } from 'vitest';
import type { Unknown } from '../domain/value.ts';
import { applicationName } from './application-name.ts';

const at = { path: 'deploy.sh', start: 0, end: 1 };
const nameOf = (why: Unknown) => applicationName({ kind: 'unknown', why, at, via: [] });

it.each([
  'secrets.AZURE_CREDENTIALS.clientId',
  'fromJSON(secrets.AZURE_CREDENTIALS).clientId',
  'secrets.ARM_CLIENT_ID',
  'APP_ID',
  'AZURE_APPID',
])('%s is called like an application', name => {
  expect(nameOf({ kind: 'held-by-platform', name })).toBe(name);
});

it.each(['$(jq -r .clientId <<< "$CREDENTIALS")', '$(az ad sp list --query [0].appId -o tsv)'])(
  '%s asks for an application',
  text => {
    expect(nameOf({ kind: 'not-evaluated', text })).toBe(text);
  },
);

it.each(['secrets.AZURE_CREDENTIALS', 'secrets.AZURE_USERNAME', 'CLIENT_IDENTITY_USER'])(
  '%s may be anybody',
  name => {
    expect(nameOf({ kind: 'held-by-platform', name })).toBeUndefined();
  },
);
