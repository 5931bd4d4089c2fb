//! Pipes of Bitbucket for Azure: each signs in a service principal, with `az login --service-principal`, for itself.
//! Source: https://bitbucket.org/microsoft/azure-cli-run/src/master/README.md

import { type ComponentCall, inputOf } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { SignIn, SignInForm } from '../../domain/sign-in.ts';
import { isMissing, type Value } from '../../domain/value.ts';

const ID = 'bitbucket-azure-pipes';

export const bitbucketAzurePipes: SignInForm = {
  id: ID,
  title: 'a Bitbucket pipe for Azure',
  programs: [],
  read: call => (call.kind === 'component' && PIPES.test(call.name) ? readPipe(call) : undefined),
};

/** `azure-storage-deploy` is absent: it knows access tokens only. */
const PIPES =
  /^(?:microsoft|atlassian)\/azure-(?:cli-run|arm-deploy|web-apps(?:-containers)?-deploy|functions-deploy|vm(?:ss)?-linux-script-deploy|aks(?:-helm)?-deploy)$/;

function readPipe({ inputs, at }: ComponentCall): SignIn {
  const input = (name: string): Value<string> => inputOf(inputs, name);
  const password = input('AZURE_PASSWORD');
  const hasOther = isMissing(password);
  return newSignIn(ID, at, hasOther ? 'unknown' : 'service-principal-secret', {
    covers: 'rest-of-job',
    opens: ['azure-cli'],
    clientId: input('AZURE_APP_ID'),
    tenantId: input('AZURE_TENANT_ID'),
    ...(password.kind === 'absent' ? {} : { secretAt: password.at }),
    ...(hasOther ? { unknown: { kind: 'held-by-platform', name: 'AZURE_PASSWORD' } } : {}),
  });
}
