//! Deployment scripts, and the sessions they start with.

import { expect, it } from 'vitest';
import { construct, type Given, surroundings } from '../../../test/calls.ts';
import { deploymentScriptIdentity } from './deployment-script-identity.ts';

it.each<[Given, readonly string[] | undefined]>([
  [{ kind: 'AzureCLI', 'identity.type': 'UserAssigned' }, ['azure-cli']],
  [{ kind: 'AzurePowerShell', 'identity.0.type': 'UserAssigned' }, ['azure-powershell']],
  [{ kind: '$KIND', identity: '$ID' }, ['azure-cli', 'azure-powershell']],
  [{ kind: 'AzureCLI', 'identity.type': 'None' }, undefined],
  [{ kind: 'AzureCLI' }, undefined],
])('%o opens %o', (given, opens) => {
  const signIn = deploymentScriptIdentity.read(
    construct('deployment-script', given),
    surroundings(),
  );
  expect(signIn?.opens).toEqual(opens);
  expect(signIn?.identity).toBe(opens && 'managed-identity');
});
