//! Pulumi: which project its commands run, for which stack, and what that does to Azure.
//! Source: https://www.pulumi.com/docs/iac/cli/commands/

import { actionInput } from '../../domain/action-input.ts';
import { type Call, type ComponentCall, wordText } from '../../domain/call.ts';
import { parseCommandLine, parseLeadingOptions } from '../../domain/command-line.ts';
import {
  type Effect,
  type Effects,
  NO_EFFECTS,
  type Operation,
  type OperationReader,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import type { Root } from '../../domain/root.ts';
import { isTask, serviceConnection } from '../../domain/service-connection.ts';
import type { Session, Surroundings } from '../../domain/sign-in.ts';
import type { Span } from '../../domain/span.ts';
import { ABSENT, isMissing, known, textOf, type Value } from '../../domain/value.ts';
import { OPTIONS } from './options.ts';

export const pulumi: OperationReader = {
  id: 'pulumi',
  title: '`pulumi`',
  programs: ['pulumi'],
  codeWords: /pulumi/,
  read(call, context) {
    if (call.kind === 'command' && programName(call) === 'pulumi')
      return readCommand(call, context);
    return call.kind === 'component' ? readComponent(call) : undefined;
  },
};

/** Others work on the state, the configuration or the service of Pulumi. */
const COMMANDS: ReadonlyMap<string, Effect> = new Map([
  ['up', 'write'],
  ['update', 'write'],
  ['watch', 'write'],
  ['destroy', 'write'],
  ['down', 'write'],
  ['dn', 'write'],
  ['preview', 'read'],
  ['pre', 'read'],
  ['refresh', 'read'],
  ['import', 'read'],
]);

/** Rules look at it as at Terraform: its providers are Terraform's, or take the same sessions. */
const PROJECT: Root = {
  session: 'terraform',
  runsIn: 'path',
  implied: { construct: 'pulumi-provider', likely: 'azure-native' },
};

interface Run {
  readonly command: string;
  readonly stack: Value<string>;
  readonly folder: Value<string>;
  readonly at: Span;
}

function readCommand(call: Call & { kind: 'command' }, context: Surroundings): Effects {
  const { line: globals, rest } = parseLeadingOptions(call.words.slice(1), OPTIONS);
  const [first, ...words] = rest;
  const line = parseCommandLine(words, OPTIONS);
  const option = (name: string): Value<string> =>
    (line.options.get(name) ?? globals.options.get(name))?.value ?? ABSENT;
  if (line.options.has('help') || globals.options.has('help')) return NO_EFFECTS;
  const given = option('stack');
  const stack = isMissing(given) ? context.environment('PULUMI_STACK') : given;
  const command = (first && wordText(first)) ?? '';
  return effectsOf({ command, stack, folder: option('cwd'), at: call.at });
}

function effectsOf({ command, stack, folder, at }: Run): Effects {
  const effect = COMMANDS.get(command);
  if (!effect) return NO_EFFECTS;
  // The providers of the project are asked for it, as those of a Terraform root are.
  const operation = operationOf(command, effect, at, PROJECT.session);
  const path = isMissing(folder) ? known('.', at) : folder;
  // `organization/project/stack`; of one that is not known any stack may be meant.
  const action = textOf(stack)?.replace(/^.*\//, '') ?? '';
  const project = { kind: 'routine' as const, type: 'pulumi-project', root: PROJECT, path, action };
  return {
    ...NO_EFFECTS,
    operations: [operation],
    runs: [{ ...project, verb: 'runs the Pulumi project', inputs: new Map(), valueFiles: [] }],
  };
}

const operationOf = (command: string, effect: Effect, at: Span, session: Session): Operation => ({
  at,
  tool: `pulumi ${command}`,
  effect,
  audience: 'arm',
  sessions: [session],
});

/** The action of GitHub and the task of Azure Pipelines. */
function readComponent(call: ComponentCall): Effects | undefined {
  if (call.name !== 'pulumi/actions' && !(isTask(call) && call.name === 'pulumi')) return undefined;
  const { at } = call;
  const command = textOf(actionInput(call, 'command'))?.trim() ?? '';
  const effect = COMMANDS.get(command);
  if (effect && !isMissing(serviceConnection(call))) {
    return { ...NO_EFFECTS, operations: [operationOf(command, effect, at, 'this-call')] };
  }
  const [stack, folder] = isTask(call) ? ['stack', 'cwd'] : ['stack-name', 'work-dir'];
  return effectsOf({
    command,
    stack: actionInput(call, stack),
    folder: actionInput(call, folder),
    at,
  });
}
