//! Actions of 2019 that sign in to the Azure CLI with variables of their own.
//! Source: https://github.com/Azure/github-actions/blob/master/login/entrypoint.sh

import type { Call } from '../../domain/call.ts';
import { newSignIn, refusedSignIn } from '../../domain/new-sign-in.ts';
import type { SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { isMissing } from '../../domain/value.ts';

const ID = 'github-actions-azure-login';

export const githubActionsAzureLogin: SignInForm = {
  id: ID,
  title: '`Azure/github-actions/login`',
  programs: [],
  read: readLogin,
};

interface Login {
  /** Without credentials it stops; others go on with the session that there is. */
  readonly isAllItDoes: boolean;
  /** It takes a certificate too. */
  readonly takesCertificate: boolean;
}

const LOGIN: Login = { isAllItDoes: true, takesCertificate: false };
const OTHER: Login = { isAllItDoes: false, takesCertificate: true };

const LOGINS: ReadonlyMap<string, Login> = new Map([
  ['azure/github-actions/login', LOGIN],
  ['azure/github-actions/azure-login', LOGIN],
  ['azure/github-actions/aks-deploy', OTHER],
  ['actions/azure', OTHER],
  ['docker://swinton/azure', OTHER],
]);

const NAME = 'AZURE_SERVICE_APP_ID';
const PASSWORD = 'AZURE_SERVICE_PASSWORD';
const TENANT = 'AZURE_SERVICE_TENANT';
/** It takes the place of the password. */
const CERTIFICATE = 'AZURE_SERVICE_PEM';

function readLogin(call: Call, { environment }: Surroundings): SignIn | undefined {
  const login = call.kind === 'component' ? LOGINS.get(call.name) : undefined;
  if (!login) return undefined;
  const hasCertificate = login.takesCertificate && !isMissing(environment(CERTIFICATE));
  const secret = hasCertificate ? CERTIFICATE : PASSWORD;
  const missing = [NAME, secret, TENANT].filter(it => isMissing(environment(it)));
  if (missing.length > 0) {
    const message = `One of the required parameters for Azure Login is not set: ${missing.join(', ')}.`;
    return login.isAllItDoes ? refusedSignIn(ID, call.at, message) : undefined;
  }
  const given = environment(secret);
  return newSignIn(
    ID,
    call.at,
    hasCertificate ? 'service-principal-certificate' : 'service-principal-secret',
    {
      clientId: environment(NAME),
      tenantId: environment(TENANT),
      covers: 'rest-of-job',
      opens: ['azure-cli'],
      ...(given.kind === 'absent' ? {} : { secretAt: given.at }),
    },
  );
}
