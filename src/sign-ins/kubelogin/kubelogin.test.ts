import { expect, it } from 'vitest';
import { command, type Given, shown, surroundings } from '../../../test/calls.ts';
import { kubelogin } from './kubelogin.ts';

it.each<[string, string, Given?]>([
  ['kubelogin convert-kubeconfig', 'user-device-code'],
  ['kubelogin convert-kubeconfig -l devicecode', 'user-device-code'],
  ['kubelogin convert-kubeconfig -l=interactive', 'user-interactive'],
  ['kubelogin convert-kubeconfig --login ropc --username $u --password $p', 'user-password'],
  [
    'kubelogin convert-kubeconfig -lspn --client-id 1 --client-secret $s',
    'service-principal-secret',
  ],
  [
    'kubelogin convert-kubeconfig -l spn --client-certificate c.pfx',
    'service-principal-certificate',
  ],
  ['kubelogin convert-kubeconfig -l msi', 'managed-identity'],
  ['kubelogin convert-kubeconfig -l workloadidentity', 'service-principal-federated'],
  ['kubelogin convert-kubeconfig -l azurepipelines', 'service-principal-federated'],
  ['kubelogin convert-kubeconfig -l azurecli', 'ambient'],
  ['kubelogin convert-kubeconfig', 'service-principal-secret', { AAD_LOGIN_METHOD: 'spn' }],
  [
    'kubelogin convert-kubeconfig -l msi --disable-environment-override',
    'managed-identity',
    { AAD_LOGIN_METHOD: 'spn' },
  ],
  ['kubelogin convert-kubeconfig -l "$mode"', 'unknown'],
  ['kubelogin convert-kubeconfig $flags', 'unknown'],
  ['kubelogin convert-kubeconfig -l password', 'none usage-error'],
  ['kubelogin get-token --server-id 1 -l msi', 'managed-identity'],
  ['kubelogin get-token --oidc-issuer-url $u --oidc-client-id 1', 'nothing'],
  ['kubelogin --version', 'nothing'],
])('%s: %s', (line, expected, variables) => {
  expect(shown(kubelogin.read(command(line), surroundings(variables)))).toBe(expected);
});
