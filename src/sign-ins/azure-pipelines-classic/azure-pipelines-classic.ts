//! Tasks of Azure Pipelines with an Azure Classic connection, which may hold the password of a user.
//! Source: https://github.com/microsoft/azure-pipelines-tasks, `Tasks/Common/VstsAzureHelpers_/InitializeFunctions.ps1`

import { newSignIn } from '../../domain/new-sign-in.ts';
import { classicConnection } from '../../domain/service-connection.ts';
import type { SignInForm } from '../../domain/sign-in.ts';

const ID = 'azure-pipelines-classic';

export const azurePipelinesClassic: SignInForm = {
  id: ID,
  title: 'an Azure Classic connection of Azure Pipelines',
  programs: [],
  read(call) {
    if (call.kind !== 'component') return undefined;
    // It signs in to a database, not to Azure.
    if (call.name === 'sqlazuredacpacdeployment') return undefined;
    const connection = classicConnection(call);
    if (connection.kind === 'absent') return undefined;
    const isScript = call.name === 'azurepowershell';
    return newSignIn(ID, call.at, 'user-password', {
      covers: isScript ? 'rest-of-step' : 'this-call',
      opens: isScript ? ['azure-powershell'] : [],
      secretAt: connection.at,
    });
  },
};
