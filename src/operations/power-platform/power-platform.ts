//! What tasks and actions of the Power Platform do there.
//! Sources: https://github.com/microsoft/powerplatform-build-tools, https://github.com/microsoft/powerplatform-actions

import { type Effect, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';

export const powerPlatform: OperationReader = {
  id: 'power-platform',
  title: 'tasks and actions of the Power Platform',
  programs: [],
  read(call) {
    if (call.kind !== 'component') return undefined;
    const name = /^(?:microsoft\/powerplatform-actions\/|powerplatform)([\w-]+)$/.exec(
      call.name,
    )?.[1];
    const effect = name === undefined ? undefined : effectOf(name.replaceAll('-', ''));
    if (effect === undefined) return undefined;
    const sessions = ['this-call'];
    return {
      ...NO_EFFECTS,
      operations: [{ at: call.at, tool: call.name, effect, audience: 'power-platform', sessions }],
    };
  },
};

/** These work on files of the machine alone. */
const LOCAL = /^(?:actionsinstall|toolinstaller|packsolution|unpacksolution|branchsolution)$/;

const READS =
  /^(?:whoami|checksolution|checker|clonesolution|exportsolution|exportdata|catalogstatus|download)/;

function effectOf(name: string): Effect | undefined {
  if (LOCAL.test(name)) return undefined;
  return READS.test(name) ? 'read' : 'write';
}
