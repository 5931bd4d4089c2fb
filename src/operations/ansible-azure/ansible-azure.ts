//! What modules of Ansible's Azure collection do.
//! Source: https://docs.ansible.com/ansible/latest/collections/azure/azcollection/

import { type Audience, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';

export const ansibleAzure: OperationReader = {
  id: 'ansible-azure',
  title: 'modules of `azure.azcollection`',
  programs: [],
  read(call) {
    const name = call.kind === 'component' ? /^ansible\/(azure_\w+)$/.exec(call.name)?.[1] : '';
    if (!name) return undefined;
    const effect = /_(?:info|facts)$/.test(name) ? 'read' : 'write';
    const audience = audienceOf(name);
    const sessions = ['this-call'];
    return { ...NO_EFFECTS, operations: [{ at: call.at, tool: name, effect, audience, sessions }] };
  },
};

const AUDIENCES: readonly (readonly [RegExp, Audience])[] = [
  [/^azure_rm_(?:ad(?:application|group|password|serviceprincipal|user))/, 'microsoft-graph'],
  [/^azure_rm_keyvault(?:secret|key|certificate)/, 'key-vault'],
  [/^azure_rm_devops/, 'azure-devops'],
];

const audienceOf = (name: string): Audience =>
  AUDIENCES.find(([pattern]) => pattern.test(name))?.[1] ?? 'arm';
