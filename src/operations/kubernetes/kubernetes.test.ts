import { expect, it } from 'vitest';
import { command, surroundings } from '../../../test/calls.ts';
import { kubernetes } from './kubernetes.ts';

it.each([
  ['kubectl -n web apply -f a.yaml', 'kubectl apply', 'write'],
  ['kubectl get pods', 'kubectl get', 'read'],
  ['helm upgrade --install web ./chart', 'helm upgrade', 'write'],
  ['helm list', 'helm list', 'read'],
  ['helm repo add a b', undefined, undefined],
  ['kubectl config use-context a', undefined, undefined],
  ['kubectl version', undefined, undefined],
])('%s: %s', (line, tool, effect) => {
  const [operation] = kubernetes.read(command(line), surroundings())?.operations ?? [];
  expect([operation?.tool, operation?.effect]).toEqual([tool, effect]);
});
