//! Programs for somebody else: another user, another machine, a container.

import type { Step } from '../../domain/step.ts';
import { lowerCommand } from './commands.ts';
import type { Context } from './context.ts';
import { commandsIn } from './effects.ts';
import { inputOf } from './redirections.ts';
import { readShell, scriptSteps } from './shells.ts';
import {
  argumentsOf,
  commandStep,
  placeOfWords,
  programName,
  type SimpleCommand,
  staticText,
  withoutWords,
} from './simple-command.ts';
import { oneWordOf } from './words.ts';

export function readSu(command: SimpleCommand, context: Context): readonly Step[] | undefined {
  const words = argumentsOf(command);
  const flag = words.findIndex(it => /^(?:-\w*c|--command)$/.test(staticText(it) ?? ''));
  const program = flag < 0 ? undefined : words[flag + 1];
  const source = program?.type === 'Word' ? oneWordOf(program, context) : undefined;
  return scriptSteps('bash', source, command, context);
}

/** What runs elsewhere neither has our session nor gives us its own. */
function onMachine(body: readonly Step[], command: SimpleCommand, context: Context): Step {
  const at = placeOfWords(command.words, context);
  return { kind: 'scope', ends: 'machine', environment: [], body, at };
}

/** Single letters of `ssh` whose value is the next word. */
const SSH_VALUED = /^-\w*[BbcDEeFIiJLlmOopQRSWw]$/;

export function readSsh(command: SimpleCommand, context: Context): readonly Step[] | undefined {
  const words = argumentsOf(command);
  let index = 0;
  for (; index < words.length; index += 1) {
    const text = staticText(words[index]);
    if (text === undefined || !text.startsWith('-')) break;
    if (SSH_VALUED.test(text)) index += 1;
  }
  const remote = withoutWords(command, index + 2);
  const local = commandsIn(words.slice(0, index + 1), context);
  const body = remote
    ? remoteSteps(remote, context)
    : scriptSteps('bash', inputOf(command, context), command, context);
  return body && [...local, onMachine(body, command, context)];
}

function remoteSteps(remote: SimpleCommand, context: Context): readonly Step[] | undefined {
  const [only, ...others] = remote.words;
  const isShell = /^\s*(?:\S*\/)?(?:ba|da|k|z|a)?sh(?:\s+-\w+)*\s*-?\s*$/.test(remote.name ?? '');
  if (others.length > 0) return lowerCommand(remote, context);
  const input = inputOf(remote, context);
  if (isShell) return scriptSteps('bash', input, remote, context);
  const source = only?.type === 'Word' ? oneWordOf(only, context) : undefined;
  return scriptSteps('bash', source, remote, context);
}

/** `kubectl exec web -- bash -c '…'`: the container runs it; which image and options do not matter. */
export function readContainer(
  command: SimpleCommand,
  context: Context,
): readonly Step[] | undefined {
  const words = argumentsOf(command);
  const isRun = words.slice(0, 3).some(it => /^(?:run|exec)$/.test(staticText(it) ?? ''));
  const shell = words.findIndex((it, index) => {
    const name = programName(staticText(it) ?? '');
    return /^(?:ba|da|a)?sh$/.test(name) && /^-\w*c$/.test(staticText(words[index + 1]) ?? '');
  });
  const inner = isRun && shell > 0 ? withoutWords(command, shell + 1) : undefined;
  const body = inner && readShell({ ...inner, redirects: [], piped: undefined }, context);
  return body && [commandStep(command, context), onMachine(body, command, context)];
}
