//! `kubectl` and `helm`: what they do to a cluster.
//! Sources: https://kubernetes.io/docs/reference/kubectl/generated/, https://helm.sh/docs/helm/

import { type Call, wordText } from '../../domain/call.ts';
import {
  type Effect,
  type Effects,
  NO_EFFECTS,
  type OperationReader,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';

export const kubernetes: OperationReader = {
  id: 'kubernetes',
  title: '`kubectl` and `helm`',
  programs: ['kubectl', 'helm'],
  onlyWith: { in: 'script', text: /\bkubelogin\b/ },
  read: readKubernetes,
};

const WORDS: Readonly<Record<'kubectl' | 'helm', readonly [reads: string, writes: string]>> = {
  kubectl: [
    'api-resources auth cluster-info describe diff events explain get logs top wait port-forward rollout-status',
    `annotate apply attach autoscale certificate cordon cp create debug delete drain edit exec expose label patch
     replace rollout run scale set taint uncordon`,
  ],
  helm: ['get history list ls status', 'delete install rollback test uninstall upgrade'],
};

function readKubernetes(call: Call): Effects | undefined {
  if (call.kind !== 'command') return undefined;
  const program = programName(call);
  if (program !== 'kubectl' && program !== 'helm') return undefined;
  const [reads, writes] = WORDS[program].map(it => new Set(it.split(/\s+/)));
  // Options may stand in front of the verb, and some of them take a value.
  const verb = call.words
    .slice(1)
    .map(it => wordText(it) ?? '')
    .find(it => reads?.has(it) || writes?.has(it));
  if (verb === undefined) return NO_EFFECTS;
  const effect: Effect = reads?.has(verb) ? 'read' : 'write';
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: `${program} ${verb}`,
        effect,
        audience: 'kubernetes',
        sessions: ['kubernetes'],
        isOnlyAsSeen: true,
      },
    ],
  };
}
