//! Cmdlets and programs that change what comes after them, run a text, or only print.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { argumentBlocks } from './blocks.ts';
import { argumentsFor } from './cmdlet-arguments.ts';
import { wordsOf } from './command-words.ts';
import { argumentEffects } from './commands.ts';
import { type Context, placeOf, reference, spelled } from './context.ts';
import { readBash, readCmd, readPowerShell, startedProcess } from './interpreters.ts';
import { importedModule } from './modules.ts';
import { madeObject } from './objects.ts';
import type { PsCommand } from './tree.ts';
import { variableName } from './variables.ts';
import { fileSteps, redirectedSteps } from './writes.ts';

/** `undefined`: it is as any other command here. */
export type Lowering = (
  command: PsCommand,
  piped: Expression | undefined,
  context: Context,
) => readonly Step[] | undefined;

const file =
  (appends: boolean): Lowering =>
  (command, piped, context) => [
    ...argumentEffects(command, context),
    ...fileSteps(command, piped, context, appends),
  ];

const toFolder: Lowering = (command, _, context) => {
  const to = argumentsFor(command, context).value('path', 0);
  const at = placeOf(context, command);
  const home = reference('variable', 'HOME', at);
  return [{ kind: 'change-folder', to: to ?? home, at }];
};

const LAST_FOLDER = '$(folder)';

const pushFolder: Lowering = (command, piped, context) => {
  const at = placeOf(context, command);
  const noted = assigned(LAST_FOLDER, reference('variable', 'PWD', at), at);
  return [noted, ...(toFolder(command, piped, context) ?? [])];
};

const popFolder: Lowering = (command, _, context) => {
  const at = placeOf(context, command);
  return [{ kind: 'change-folder', to: reference('variable', LAST_FOLDER, at), at }];
};

/** `echo` and its like: text that is only printed, or goes to a file. */
const print: Lowering = (command, _, context) => {
  // A message to whatever runs the script: `##vso[…]`.
  if (/##\w+\[/.test(spelled(context, command))) return undefined;
  const effects = argumentEffects(command, context);
  if (command.redirects.length === 0) return effects;
  const args = argumentsFor(command, context);
  const content = args.value('inputobject', 0) ?? args.value('object', 0);
  if (!content) return effects;
  return [...effects, ...redirectedSteps(command.redirects, content, command, context)];
};

const setVariable: Lowering = (command, _, context) => {
  const args = argumentsFor(command, context);
  const name = args.value('name', 0);
  const value = args.value('value', 1);
  const text = name && literalOf(name);
  if (text === undefined || !value) return argumentEffects(command, context);
  return [assigned(variableName(text), value, placeOf(context, command))];
};

/** `Set-Item env:X value`, `New-Item -Path Env:\X -Value y`. */
const setItem: Lowering = (command, _, context) => {
  const args = argumentsFor(command, context);
  const path = args.value('path', 0);
  const name = /^env:[\\/]?(\w+)$/i.exec((path && literalOf(path)) ?? '')?.[1];
  const value = args.value('value', 1);
  if (name === undefined || !value) return argumentEffects(command, context);
  return [assigned(name, value, placeOf(context, command))];
};

/** The text is put together and read again. */
const evaluated: Lowering = (command, piped, context) => {
  const source = piped ?? argumentsFor(command, context).value('command', 0);
  const at = placeOf(context, command);
  return source ? [{ kind: 'script', language: 'powershell', source, at }] : [];
};

/** A block for each thing that comes down the pipeline. */
const forEach: Lowering = (command, _, context) => {
  const body = argumentBlocks(command, context).flatMap(it =>
    it.kind === 'scope' ? it.body : [it],
  );
  if (body.length === 0) return argumentEffects(command, context);
  return [{ kind: 'loop', items: [], body, at: placeOf(context, command) }];
};

/** Somewhere else, when it names a computer or a session. */
const invoked: Lowering = (command, _, context) => {
  const args = argumentsFor(command, context);
  const body = argumentBlocks(command, context);
  const isElsewhere = ['computername', 'session', 'vmname', 'hostname', 'cn'].some(it =>
    args.has(it),
  );
  if (!isElsewhere || body.length === 0) return body;
  return [{ kind: 'scope', ends: 'machine', environment: [], body, at: placeOf(context, command) }];
};

/** `sudo az login`, `wsl az login`: `resolve` takes the first away. */
const wsl: Lowering = (command, _, context) => {
  const [, ...words] = wordsOf(command, context);
  const rest = words.filter(it => !/^(?:-e|--exec|--)$/.test(literalOf(it) ?? ''));
  const at = placeOf(context, command);
  return rest.length === 0 ? [] : [{ kind: 'command', words: rest, environment: [], at }];
};

/** It passes on what it is given. */
const passed: Lowering = (command, _, context) => argumentEffects(command, context);

const rows = (names: string, lowering: Lowering): readonly (readonly [string, Lowering])[] =>
  names.split(' ').map(it => [it, lowering] as const);

/** Lower case. */
export const CMDLETS: ReadonlyMap<string, Lowering> = new Map<string, Lowering>([
  ...rows('set-location cd chdir sl', toFolder),
  ...rows('push-location pushd', pushFolder),
  ...rows('pop-location popd', popFolder),
  ...rows('echo write write-output write-host write-information', print),
  ...rows('write-verbose write-debug write-warning write-error write-progress', print),
  ...rows('set-variable sv new-variable nv', setVariable),
  ...rows('set-item si new-item ni', setItem),
  ...rows('out-file set-content sc tee-object tee', file(false)),
  ...rows('add-content ac', file(true)),
  ...rows('invoke-expression iex', evaluated),
  ...rows('foreach-object % foreach where-object ?', forEach),
  ...rows('invoke-command icm', invoked),
  ...rows('import-module ipmo module', importedModule),
  ...rows('pwsh powershell pwsh.exe powershell.exe', readPowerShell),
  ...rows('bash sh bash.exe', readBash),
  ...rows('cmd cmd.exe', readCmd),
  ...rows('start-process saps start', startedProcess),
  ...rows('wsl wsl.exe', wsl),
  ...rows('new-object', madeObject),
  ...rows('convertfrom-json out-string out-null', passed),
]);
