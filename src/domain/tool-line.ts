//! What a command-line tool was told, for tools of which one option decides who is signed in: `pac auth create --deviceCode`.

import { type CommandCall, type Word, whyUnknown, wordText } from './call.ts';
import { type OptionTable, parseCommandLine } from './command-line.ts';
import type { IdentityKind, SignIn } from './sign-in.ts';
import { ABSENT, isMissing, type Unknown, type Value } from './value.ts';

export interface ToolLine {
  value(name: string): Value<string>;
  /** A switch that is given, or an option whose value is not empty. */
  has(name: string): boolean;
  readonly positionals: readonly Word[];
  /** Why there may be more options than are seen. */
  readonly opaque: Unknown | undefined;
  /** What the tool would refuse. */
  readonly error: string | undefined;
}

/** The words behind those that name the command, in any case; `undefined` when it is another command. */
export function wordsBehind(
  call: CommandCall,
  command: readonly string[],
): readonly Word[] | undefined {
  const words = call.words.slice(1);
  const isIt = command.every((name, index) => {
    const word = words[index];
    return word !== undefined && wordText(word)?.toLowerCase() === name;
  });
  return isIt ? words.slice(command.length) : undefined;
}

/** `undefined` when it is another command, or asks for help only. */
export function toolLine(
  call: CommandCall,
  command: readonly string[],
  table: OptionTable,
): ToolLine | undefined {
  const words = wordsBehind(call, command);
  if (!words || words.some(it => HELP.has(wordText(it) ?? ''))) return undefined;
  const { options, positionals, opaque, errors } = parseCommandLine(words, table);
  const [first] = opaque;
  return {
    value: name => options.get(name)?.value ?? ABSENT,
    has: name => {
      const given = options.get(name);
      return given !== undefined && (given.value.kind === 'absent' || !isMissing(given.value));
    },
    positionals,
    opaque: first && whyUnknown(first),
    error: errors[0],
  };
}

/** The words in front of the first option, in lower case: `solution import`. */
export function commandName(call: CommandCall): string {
  const names: string[] = [];
  for (const word of call.words.slice(1)) {
    const text = wordText(word);
    if (text === undefined || /^[-/]/.test(text)) break;
    names.push(text.toLowerCase());
  }
  return names.join(' ');
}

const HELP: ReadonlySet<string> = new Set(['--help', '-?', '/?', 'help']);

/** Of several options the first in the list decides; none of them, and nothing unknown beside them, is `otherwise`. */
export function identityBy(
  line: ToolLine,
  deciding: readonly (readonly [option: string, identity: IdentityKind])[],
  otherwise: IdentityKind,
): IdentityKind {
  const found = deciding.find(([option]) => line.has(option));
  if (found) return found[1];
  return line.opaque ? 'unknown' : otherwise;
}

/** Why the identity is not known, and where the secret stands. */
export function detailsOf(
  line: ToolLine,
  identity: IdentityKind,
  secrets: readonly string[],
): Pick<SignIn, 'unknown' | 'secretAt'> {
  const [secretAt] = secrets.flatMap(name => {
    const value = line.value(name);
    return value.kind === 'absent' ? [] : [value.at];
  });
  return {
    ...(identity === 'unknown' && line.opaque ? { unknown: line.opaque } : {}),
    ...(secretAt ? { secretAt } : {}),
  };
}
