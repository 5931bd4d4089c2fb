//! Which script of the repository a command runs: `bash x.sh`, `./x.sh`, `source x.sh`.

import type { Span } from '../domain/span.ts';
import { type Datum, datumText, partsOf } from './datum.ts';
import { endingWith } from './join.ts';
import { takeFunctionsBelow } from './module-files.ts';
import { joinPath } from './paths.ts';
import { inNewProcess } from './processes.ts';
import { routineKey } from './repository.ts';
import { runRoutine } from './routines.ts';
import type { State } from './state.ts';
import { type Entered, enterText } from './texts.ts';
import type { Frame } from './world.ts';
import { fileNamed } from './written-files.ts';

export const SCRIPT = 'script';

export interface ScriptCall {
  readonly path: Datum;
  /** `undefined` when their number is not known. */
  readonly arguments: readonly Datum[] | undefined;
  readonly sharesProcess: boolean;
  readonly at: Span;
}

/** False when the repository holds no such script. */
export function runScriptFile(call: ScriptCall, state: State, frame: Frame): boolean {
  const written = writtenFile(call.path, state);
  if (written?.kind === 'string') {
    const { region } = written;
    const language = languageOf(datumText(call.path) ?? '');
    const entered = region && enterText(language, region, frame);
    if (entered) runWritten(entered, call, state);
    return true;
  }
  const path = findScript(call.path, state, frame);
  if (path === undefined && call.sharesProcess) takeFunctionsBelow(call.path, state, frame);
  if (path === undefined) return false;
  const link = { at: call.at, message: `runs \`${path}\`` };
  const target = {
    type: SCRIPT,
    path,
    inputs: new Map(),
    valueFiles: [],
    arguments: call.sharesProcess && call.arguments?.length === 0 ? undefined : call.arguments,
    isOpen: false,
    sharesProcess: call.sharesProcess,
    link,
  };
  return runRoutine(target, state, frame);
}

/** What stands somewhere on the machine is no file of a repository. */
export function noteMissing(path: Datum, at: Span, { world }: Frame): void {
  const text = datumText(path);
  if (text !== undefined && /^(?![/~]|[a-z]:)[^\0\s]+$/i.test(text)) world.input.miss?.(text, at);
}

function runWritten(
  { program, frame }: Entered,
  { sharesProcess, arguments: given }: ScriptCall,
  state: State,
): void {
  const run = (inside: State): void => {
    const before = inside.arguments;
    const hasOwn = !sharesProcess || given?.length !== 0;
    if (hasOwn) inside.arguments = given;
    endingWith('function', inside, () => frame.world.runSteps(program.steps, inside, frame));
    if (hasOwn) inside.arguments = before;
  };
  if (sharesProcess) run(state);
  else inNewProcess(state, run);
}

/** Of a file that another script writes, by its name. */
function languageOf(path: string): string {
  if (/\.psm?1$/i.test(path)) return 'powershell';
  if (/\.(?:bat|cmd)$/i.test(path)) return 'batch';
  if (/\.py$/i.test(path)) return 'python';
  return /\.[cm]?[jt]s$/i.test(path) ? 'javascript' : 'bash';
}

function writtenFile(path: Datum, state: State): Datum | undefined {
  const text = datumText(path);
  const file = text === undefined ? undefined : fileNamed(text, state);
  return file === undefined ? undefined : state.written.get(file);
}

/**
 * From the current folder; else from the root and from beside the file that names it.
 * A path whose beginning is unknown, such as `"$SCRIPT_DIR/x.sh"`, is looked for at the same places by the rest.
 */
export function findScript(path: Datum, state: State, frame: Frame): string | undefined {
  const text = datumText(path);
  const rest = text ?? knownEnd(path);
  if (rest === undefined || rest === '') return undefined;
  const folders =
    text === undefined
      ? [frame.home, state.folder, '.']
      : [state.folder, text.startsWith('/') ? undefined : '.', frame.home];
  for (const folder of folders) {
    const file =
      folder === undefined ? undefined : joinPath(folder, text === undefined ? `./${rest}` : rest);
    if (file !== undefined && frame.world.routines.has(routineKey(SCRIPT, file))) return file;
  }
  return text === undefined || text.includes('/') ? undefined : onlyScriptNamed(text, frame);
}

/** A bare name is looked for in `PATH`, to which a pipeline may have added any folder. */
function onlyScriptNamed(name: string, { world }: Frame): string | undefined {
  const [only, ...others] = world.routinesNamed(name).filter(it => it.type === SCRIPT);
  return others.length === 0 ? only?.path : undefined;
}

/** `/x.sh` of `"$DIR/x.sh"`: what follows the last unknown part, from a slash on. */
function knownEnd(path: Datum): string | undefined {
  const last = partsOf(path).at(-1);
  if (last?.kind !== 'text' || !last.text.startsWith('/')) return undefined;
  return last.text.slice(1);
}
