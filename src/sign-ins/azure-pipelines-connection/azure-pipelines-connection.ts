//! Tasks of Azure Pipelines with a service connection, which is a workload whatever its scheme.
//! Sources: https://github.com/microsoft/azure-pipelines-tasks, `Tasks/*/task.json`,
//! https://github.com/jason-johnson/azure-pipelines-tasks-terraform, `tasks/terraform-cli`

import { actionInput } from '../../domain/action-input.ts';
import type { ComponentCall } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import { classicConnection, serviceConnection } from '../../domain/service-connection.ts';
import type { Session, SignIn, SignInForm } from '../../domain/sign-in.ts';
import { textOf } from '../../domain/value.ts';

const ID = 'azure-pipelines-connection';

export const azurePipelinesConnection: SignInForm = {
  id: ID,
  title: 'a service connection of Azure Pipelines',
  programs: [],
  read: call => (call.kind === 'component' ? readTask(call) : undefined),
};

/** Tasks that run a script under the connection. */
const OPENS: ReadonlyMap<string, readonly Session[]> = new Map([
  ['azurecli', ['azure-cli']],
  ['azurepowershell', ['azure-powershell']],
]);

/** These sign in by what they put into the environment: the providers of the root say who that is. */
const TERRAFORM = /^terraform(?:task(?:v\d)?|cli)$/;

/** Asked to, it runs `az login` first, and nobody signs out. */
const signsInToCli = (call: ComponentCall): boolean =>
  call.name === 'terraformcli' &&
  textOf(actionInput(call, 'runAzLogin'))?.toLowerCase() === 'true' &&
  serviceConnection(call).kind !== 'absent';

/** These sign in to the database as somebody else. */
const OTHERS: readonly RegExp[] = [/^sqlazuredacpacdeployment$/, /^powerplatform/];

function readTask(call: ComponentCall): SignIn | undefined {
  if (signsInToCli(call)) {
    return newSignIn(ID, call.at, 'service-principal-secret', {
      covers: 'rest-of-job',
      opens: ['azure-cli'],
    });
  }
  if (TERRAFORM.test(call.name) || OTHERS.some(it => it.test(call.name))) return undefined;
  // Either the certificate of a classic connection, or its user: the other form says that.
  if (classicConnection(call).kind !== 'absent') return newSignIn(ID, call.at, 'none');
  const connection = serviceConnection(call);
  if (connection.kind === 'absent') return undefined;
  const opens = OPENS.get(call.name);
  return newSignIn(ID, call.at, 'service-principal-secret', {
    covers: opens ? 'rest-of-step' : 'this-call',
    opens: opens ?? [],
  });
}
