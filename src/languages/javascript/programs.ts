//! How JavaScript starts programs: `child_process`, `execa`, `zx` and their relatives.
//! Source: https://nodejs.org/api/child_process.html

import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import {
  programWithArguments,
  programWithList,
  shellLine,
  surrounded,
} from '../source-code/commands.ts';
import type { LibraryName } from '../source-code/dialect.ts';
import { dottedName, type Lowering, placeIn } from '../source-code/lowering.ts';
import type { Code, CodeCall } from '../source-code/tree.ts';
import { codeValue } from '../source-code/values.ts';

type Starting = (call: CodeCall, lowering: Lowering) => readonly Step[];

/** A line for a shell, and options. */
const line: Starting = (call, lowering) => {
  const [command] = call.args;
  if (!command) return [];
  return inOptions(shellLine(command.value, call, lowering), call, lowering);
};

/** A program, a list of arguments, and options; with spaces in it, it is a line. */
const program: Starting = (call, lowering) => {
  const [command, list] = call.args;
  if (!command) return [];
  const isLine = !list || list.value.kind === 'object' || list.value.kind === 'function';
  const steps = isLine
    ? shellLine(command.value, call, lowering)
    : programWithList(command.value, list.value, call, lowering);
  return inOptions(steps, call, lowering);
};

/** `fork('./x.js')` runs a script of Node. */
const forked: Starting = (call, lowering) => {
  const [file] = call.args;
  const at = placeIn(lowering, call);
  return file
    ? programWithArguments([literal('node', at), codeValue(file.value, lowering)], call, lowering)
    : [];
};

/** `{ cwd, env }`, wherever among the arguments. */
function inOptions(steps: readonly Step[], call: CodeCall, lowering: Lowering): readonly Step[] {
  const options = call.args.map(it => it.value).find(it => it.kind === 'object');
  const entry = (name: string): Code | undefined =>
    options?.kind === 'object' ? options.entries.find(it => it.name === name)?.value : undefined;
  return surrounded(steps, entry('cwd'), entry('env'), lowering);
}

const STARTING: ReadonlyMap<string, Starting> = new Map<string, Starting>([
  ...['exec', 'execSync'].map(it => [`child_process.${it}`, line] as const),
  ...['spawn', 'spawnSync', 'execFile', 'execFileSync'].map(
    it => [`child_process.${it}`, program] as const,
  ),
  ['child_process.fork', forked],
  ...['execa', 'execaSync', 'default', 'default.sync'].map(it => [`execa.${it}`, program] as const),
  ...['command', 'commandSync', 'execaCommand', 'execaCommandSync', 'shell', '$', '$.sync'].map(
    it => [`execa.${it}`, line] as const,
  ),
  ['cross-spawn.default', program],
  ['cross-spawn.sync', program],
  ...['exec', 'default.exec'].map(it => [`shelljs.${it}`, line] as const),
  ['shelljs/global.exec', line],
  ['@actions/exec.exec', program],
  ['@actions/exec.getExecOutput', program],
  ['zx.$', line],
  ['zx.$.sync', line],
  ['zx/globals.$', line],
  ['bun.$', line],
  ['azure-pipelines-task-lib/task.exec', program],
  ['azure-pipelines-task-lib/task.execSync', program],
  ['promisify-child-process.exec', line],
  ['promisify-child-process.spawn', program],
  ['child-process-promise.exec', line],
  ['child-process-promise.spawn', program],
  ['tinyexec.x', program],
  ['nano-spawn.default', program],
  ['@npmcli/promise-spawn.default', program],
]);

export function programSteps(
  call: CodeCall,
  name: LibraryName | undefined,
  lowering: Lowering,
): readonly Step[] | undefined {
  const starting = name && STARTING.get(`${name.library}.${name.name}`);
  if (starting) return starting(call, lowering);
  const called = dottedName(call.callee);
  const at = placeIn(lowering, call);
  switch (called) {
    // Scripts of zx have it without an import.
    case '$':
    case 'Bun.$':
      return call.isTagged ? line(call, lowering) : undefined;
    case 'cd':
    case 'process.chdir':
    case 'shell.cd': {
      const [to] = call.args;
      return to ? [{ kind: 'change-folder', to: codeValue(to.value, lowering), at }] : [];
    }
    case 'process.exit':
    case 'Deno.exit':
      return [{ kind: 'stop', leaves: 'program', at }];
    case 'Deno.Command':
      return denoCommand(call, lowering);
    default:
      return undefined;
  }
}

/** `new Deno.Command('az', { args: ['login'] })`. */
function denoCommand(call: CodeCall, lowering: Lowering): readonly Step[] {
  const [command, options] = call.args;
  const list =
    options?.value.kind === 'object'
      ? options.value.entries.find(it => it.name === 'args')?.value
      : undefined;
  return command
    ? inOptions(programWithList(command.value, list, call, lowering), call, lowering)
    : [];
}
