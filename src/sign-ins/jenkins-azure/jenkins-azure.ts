//! The step `azureCLI` of Jenkins, which signs in the service principal of a credential before it runs its commands.
//! Source: https://github.com/jenkinsci/azure-cli-plugin/blob/master/src/main/java/com/azure/azurecli/ShellExecuter.java

import { inputOf } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { SignInForm } from '../../domain/sign-in.ts';

const ID = 'jenkins-azure';

export const jenkinsAzure: SignInForm = {
  id: ID,
  title: 'the Jenkins step `azureCLI`',
  programs: [],
  read(call) {
    if (call.kind !== 'component' || call.name !== 'jenkins/azurecli') return undefined;
    const credential = inputOf(call.inputs, 'principalCredentialId');
    return newSignIn(ID, call.at, 'service-principal-secret', {
      // The plugin never signs out: what follows on the agent acts as the same principal.
      covers: 'rest-of-job',
      opens: ['azure-cli'],
      ...(credential.kind === 'absent' ? {} : { secretAt: credential.at }),
    });
  },
};
