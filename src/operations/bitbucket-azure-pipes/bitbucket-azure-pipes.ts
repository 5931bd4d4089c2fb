//! What pipes of Bitbucket do to Azure, as the service principal that each is given.
//! Source: https://bitbucket.org/product/features/pipelines/integrations

import { inputOf } from '../../domain/call.ts';
import { type Audience, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';

export const bitbucketAzurePipes: OperationReader = {
  id: 'bitbucket-azure-pipes',
  title: 'Bitbucket pipes for Azure',
  programs: [],
  read(call) {
    const match = call.kind === 'component' ? PIPE.exec(call.name) : undefined;
    if (call.kind !== 'component' || !match) return undefined;
    const pipe = match[1] ?? '';
    if (pipe === 'azure-cli-run') {
      const source = inputOf(call.inputs, 'CLI_COMMAND');
      return {
        ...NO_EFFECTS,
        runs: [{ kind: 'script', language: 'bash', source, session: 'shared' }],
      };
    }
    const audience = AUDIENCES.get(pipe);
    if (!audience) return undefined;
    const { at, name } = call;
    return {
      ...NO_EFFECTS,
      operations: [{ at, tool: name, effect: 'write', audience, sessions: ['azure-cli'] }],
    };
  },
};

const PIPE = /^(?:microsoft|atlassian)\/(azure-[\w-]+)$/;

const AUDIENCES: ReadonlyMap<string, Audience> = new Map([
  ['azure-arm-deploy', 'arm'],
  ['azure-web-apps-deploy', 'arm'],
  ['azure-web-apps-containers-deploy', 'arm'],
  ['azure-functions-deploy', 'arm'],
  ['azure-vm-linux-script-deploy', 'arm'],
  ['azure-vmss-linux-script-deploy', 'arm'],
  ['azure-aks-deploy', 'kubernetes'],
  ['azure-aks-helm-deploy', 'kubernetes'],
]);
