//! `npx`, `cross-env` and their like: programs of npm that run the command behind them.

import { type Call, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import type { Entry } from '../../domain/expression.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import type { Step } from '../../domain/step.ts';
import { wordExpression } from '../../domain/word-expression.ts';

/** Options that take the next word. */
const PROGRAMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['npx', ['-p', '--package']],
  ['bunx', []],
  ['pnpx', ['--package']],
  ['cross-env', []],
  ['cross-env-shell', []],
  ['dotenv', ['-e', '-v', '-c', '-p']],
  ['dotenvx', ['-f', '-e']],
  ['env-cmd', ['-f', '-e', '-r', '--file', '--environments']],
]);

export const npx: OperationReader = {
  id: 'npx',
  title: '`npx`',
  programs: [...PROGRAMS.keys(), 'concurrently'],
  isTaskRunner: true,
  read: readNpx,
};

function readNpx(call: Call): Effects | undefined {
  if (call.kind !== 'command') return undefined;
  const name = programName(call);
  if (name === 'concurrently') return runsOf(textSteps(call.words.slice(1), call));
  const valued = PROGRAMS.get(name);
  if (!valued) return undefined;
  const text = spelledOut(call.words.slice(1));
  if (text) return runsOf(scriptSteps(text, call));
  const { environment, words } = commandIn(call.words.slice(1), valued);
  if (words.length === 0) return NO_EFFECTS;
  const all = words.map(it => wordExpression(it));
  return runsOf([{ kind: 'command', words: all, environment, at: call.at }]);
}

const runsOf = (steps: readonly Step[]): Effects => ({
  ...NO_EFFECTS,
  runs: [{ kind: 'steps', steps }],
});

/** `npx -c "az login"`. */
function spelledOut(words: readonly Word[]): Word | undefined {
  const index = words.findIndex(it => /^(?:-c|--call)$/.test(wordText(it) ?? ''));
  return index === 0 ? words[1] : undefined;
}

function commandIn(
  words: readonly Word[],
  valued: readonly string[],
): { readonly environment: readonly Entry[]; readonly words: readonly Word[] } {
  const environment: Entry[] = [];
  let index = 0;
  for (; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const prefix = wordPrefix(word);
    const name = /^([A-Za-z_]\w*)=/.exec(prefix)?.[1];
    if (name !== undefined) {
      environment.push({ name, value: wordExpression(word, name.length + 1), at: word.at });
    } else if (valued.includes(prefix)) index += 1;
    // `dotenvx run -- az login`
    else if (!prefix.startsWith('-') && prefix !== 'run') break;
  }
  return { environment, words: words.slice(index) };
}

/** `concurrently "npm run a" "npm:b"`: each word is a command line. */
function textSteps(words: readonly Word[], call: Call): readonly Step[] {
  return words
    .filter(it => /\s|^npm:/.test(wordPrefix(it)))
    .flatMap(word => {
      const script = /^npm:/.test(wordPrefix(word));
      if (!script) return scriptSteps(word, call);
      const { at } = word;
      const name = wordExpression(word, 'npm:'.length);
      const [program, run] = ['npm', 'run'].map(it => wordExpression(spelled(it, word)));
      return program && run
        ? [{ kind: 'command' as const, words: [program, run, name], environment: [], at }]
        : [];
    });
}

const spelled = (text: string, { at }: Word): Word => ({
  parts: [{ kind: 'text', text }],
  splits: false,
  at,
});

function scriptSteps(word: Word, { at }: Call): readonly Step[] {
  const body: readonly Step[] = [
    { kind: 'script', language: 'bash', source: wordExpression(word), at },
  ];
  return [{ kind: 'scope', ends: 'process', environment: [], body, at }];
}
