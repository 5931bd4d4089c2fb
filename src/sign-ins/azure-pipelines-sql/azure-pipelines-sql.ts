//! The task `SqlAzureDacpacDeployment`, which may sign in to the database as a user of Entra.
//! Source: https://github.com/microsoft/azure-pipelines-tasks, `Tasks/SqlAzureDacpacDeploymentV1/task.json`

import { actionInput } from '../../domain/action-input.ts';
import type { ComponentCall } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { IdentityKind, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { isMissing, textOf } from '../../domain/value.ts';

const ID = 'azure-pipelines-sql';

export const azurePipelinesSql: SignInForm = {
  id: ID,
  title: 'the task `SqlAzureDacpacDeployment`',
  programs: [],
  read: call =>
    call.kind === 'component' && call.name === 'sqlazuredacpacdeployment'
      ? readTask(call)
      : undefined,
};

function readTask(call: ComponentCall): SignIn | undefined {
  const type = actionInput(call, 'AuthenticationType');
  if (type.kind === 'unknown') return signIn(call, 'unknown', { unknown: type.why });
  const password = actionInput(call, 'aadSqlPassword');
  switch (textOf(type)?.toLowerCase()) {
    case 'aadauthenticationpassword':
      return signIn(call, 'user-password', secretOf(password));
    // Whoever the agent runs as, by the domain it has joined.
    case 'aadauthenticationintegrated':
      return signIn(call, 'ambient');
    case 'serviceprincipal':
      return signIn(call, 'service-principal-secret');
    case 'connectionstring':
      return isPassword(textOf(actionInput(call, 'ConnectionString')))
        ? signIn(call, 'user-password')
        : undefined;
    // A login of the server, which Entra knows nothing of.
    default:
      return undefined;
  }
}

const signIn = (
  call: ComponentCall,
  identity: IdentityKind,
  rest: Pick<Partial<SignIn>, 'secretAt' | 'unknown'> = {},
): SignIn => newSignIn(ID, call.at, identity, { audience: 'sql', ...rest });

const secretOf = (password: ReturnType<typeof actionInput>): Pick<Partial<SignIn>, 'secretAt'> =>
  isMissing(password) || password.kind === 'absent' ? {} : { secretAt: password.at };

const isPassword = (connection: string | undefined): boolean =>
  connection !== undefined &&
  /Authentication\s*=\s*["']?Active Directory Password/i.test(connection);
