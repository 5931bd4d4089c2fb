//! Tasks on the machine that runs Ansible share its sessions; those on the hosts of a play do not.

import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { variableName } from './reading.ts';
import type { Where } from './task.ts';

export interface Placed {
  readonly where: Where;
  readonly steps: readonly Step[];
}

/** Tells whether the play runs on the machine that runs Ansible: then it holds `LOCAL`. */
export const CONNECTION = 'ansible_connection';
export const LOCAL = 'local';

/** Neighbours stay together: who signs in on a host is signed in for the next task there. */
export function onMachines(all: readonly Placed[]): readonly Step[] {
  const groups: { readonly where: Where; readonly steps: Step[] }[] = [];
  for (const { where, steps } of all) {
    const last = groups.at(-1);
    if (last?.where === where) last.steps.push(...steps);
    else groups.push({ where, steps: [...steps] });
  }
  return groups.flatMap(({ where, steps }) => {
    const [first] = steps;
    if (!first || where === 'local') return steps;
    return where === 'other' ? [elsewhere(steps, first)] : [onHosts(steps, first)];
  });
}

const elsewhere = (body: readonly Step[], { at }: Step): Step => ({
  kind: 'scope',
  ends: 'machine',
  environment: [],
  body,
  at,
});

/** A file of tasks is for any play: the one that runs it says where. */
function onHosts(body: readonly Step[], first: Step): Step {
  const { at } = first;
  const left = { kind: 'reference' as const, space: 'variable' as const, at };
  return {
    kind: 'branch',
    arms: [body, [elsewhere(body, first)]],
    isExhaustive: true,
    when: {
      kind: 'texts',
      left: { ...left, name: variableName(CONNECTION) },
      right: literal(LOCAL, at),
      isEqual: true,
    },
    at,
  };
}
