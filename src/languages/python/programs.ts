//! How Python starts programs: `subprocess`, `os.system` and their relatives.
//! Source: https://docs.python.org/3/library/subprocess.html

import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import {
  programWithArguments,
  programWithList,
  shellLine,
  surrounded,
  wordsOrLine,
} from '../source-code/commands.ts';
import type { LibraryName } from '../source-code/dialect.ts';
import { type Lowering, placeIn } from '../source-code/lowering.ts';
import type { Code, CodeCall } from '../source-code/tree.ts';
import { codeValue } from '../source-code/values.ts';

type Starting = (call: CodeCall, lowering: Lowering) => readonly Step[];

/** The first argument is a line for a shell. */
const line: Starting = (call, lowering) => {
  const command = argument(call, 0, 'cmd', 'command', 'args');
  return command ? shellLine(command, call, lowering) : [];
};

/** The first argument is a list of words, or a line. */
const words: Starting = (call, lowering) => {
  const command = argument(call, 0, 'args', 'cmd', 'command', 'popenargs');
  if (!command) return [];
  const steps = wordsOrLine(command, call, lowering);
  return surrounded(
    steps,
    argument(call, undefined, 'cwd'),
    argument(call, undefined, 'env'),
    lowering,
  );
};

/** The arguments are the words. */
const separate: Starting = (call, lowering) => {
  const all = call.args.filter(it => it.name === undefined);
  const values = all.map(it => {
    const value = codeValue(it.value, lowering);
    return it.isSpread ? { kind: 'elements' as const, of: value, at: value.at } : value;
  });
  return programWithArguments(values, call, lowering);
};

/** A program, and a list whose first item is what the program is called. */
const replaced: Starting = (call, lowering) => {
  const list = argument(call, 1, 'args');
  return list ? wordsOrLine(list, call, lowering) : [];
};

const spawned: Starting = (call, lowering) => {
  const program = argument(call, 0, 'command');
  const list = argument(call, 1, 'args');
  if (!program) return [];
  return list ? programWithList(program, list, call, lowering) : shellLine(program, call, lowering);
};

/** `os.execlp("az", "az", "login")`. */
const listed: Starting = (call, lowering) =>
  separate({ ...call, args: call.args.slice(1) }, lowering);

const folder: Starting = (call, lowering) => {
  const to = argument(call, 0, 'path');
  const at = placeIn(lowering, call);
  return to ? [{ kind: 'change-folder', to: codeValue(to, lowering), at }] : [];
};

const ended: Starting = (call, lowering) => [
  { kind: 'stop', leaves: 'program', at: placeIn(lowering, call) },
];

/** The Azure CLI as a library: it is given the words that would follow its name. */
const azureCli: Starting = (call, lowering) => {
  const list = argument(call, 0, 'args');
  const at = placeIn(lowering, call);
  if (!list) return [];
  const value = codeValue(list, lowering);
  const rest = value.kind === 'list' ? value.items : [{ kind: 'elements' as const, of: value, at }];
  return programWithArguments([literal('az', at), ...rest], call, lowering);
};

const STARTING: ReadonlyMap<string, Starting> = new Map<string, Starting>([
  ...['run', 'call', 'check_call', 'check_output', 'Popen'].map(
    it => [`subprocess.${it}`, words] as const,
  ),
  ...['subprocess.getoutput', 'subprocess.getstatusoutput', 'os.system', 'os.popen'].map(
    it => [it, line] as const,
  ),
  ['asyncio.create_subprocess_shell', line],
  ['asyncio.create_subprocess_exec', separate],
  ['asyncio.subprocess.create_subprocess_shell', line],
  ['asyncio.subprocess.create_subprocess_exec', separate],
  ...['execv', 'execve', 'execvp', 'execvpe'].map(it => [`os.${it}`, replaced] as const),
  ...['execl', 'execlp', 'execle'].map(it => [`os.${it}`, listed] as const),
  ['pexpect.spawn', spawned],
  ['pexpect.run', line],
  ['pexpect.spawnu', spawned],
  ['os.chdir', folder],
  ['sys.exit', ended],
  ['os._exit', ended],
  ['azure.cli.core.get_default_cli.invoke', azureCli],
  ['azure.cli.core.AzCli.invoke', azureCli],
]);

export function programSteps(
  call: CodeCall,
  name: LibraryName | undefined,
  lowering: Lowering,
): readonly Step[] | undefined {
  const { callee } = call;
  if (name) {
    const starting = STARTING.get(`${name.library}.${name.name}`);
    if (starting) return starting(call, lowering);
    if (name.library === 'sh' || name.library === 'plumbum.cmd')
      return named(name.name, call, lowering);
  }
  // `exit()` needs no import; `cli.invoke([…])` is known by what it is given.
  if (callee.kind === 'name' && /^(?:exit|quit)$/.test(callee.name)) return ended(call, lowering);
  if (callee.kind === 'member' && callee.name === 'invoke' && importsAzureCli(lowering)) {
    return azureCli(call, lowering);
  }
  return undefined;
}

const importsAzureCli = ({ notes }: Lowering): boolean =>
  [...notes.libraries].some(it => it.startsWith('azure.cli'));

/** `sh.az("login")`, `az.login("--identity")`: programs are functions. */
function named(name: string, call: CodeCall, lowering: Lowering): readonly Step[] {
  const at = placeIn(lowering, call);
  const args = call.args
    .filter(it => it.name === undefined)
    .map(it => {
      const value = codeValue(it.value, lowering);
      return it.isSpread ? { kind: 'elements' as const, of: value, at } : value;
    });
  const program = name.split('.').map(it => literal(it.replaceAll('_', '-'), at));
  return programWithArguments([...program, ...args], call, lowering);
}

/** By its position, or by one of its names. */
function argument(
  call: CodeCall,
  position: number | undefined,
  ...names: readonly string[]
): Code | undefined {
  const named = call.args.find(it => it.name !== undefined && names.includes(it.name));
  if (named) return named.value;
  const inOrder = position === undefined ? undefined : call.args[position];
  return inOrder?.name === undefined && !inOrder?.isSpread ? inOrder?.value : undefined;
}
