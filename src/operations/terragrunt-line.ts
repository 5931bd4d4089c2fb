//! `terragrunt`: its own words, and the command of Terraform that is left when they are taken away.
//! Source: https://terragrunt.gruntwork.io/docs/reference/cli/

import { type Word, wordPrefix, wordText } from '../domain/call.ts';
import { valueAfter } from '../domain/command-line-draft.ts';
import type { Value } from '../domain/value.ts';

export interface TerragruntLine {
  /** Of Terraform, the subcommand first. */
  readonly words: readonly Word[];
  readonly folder: Value<string> | undefined;
  readonly file: Value<string> | undefined;
  /** Every unit below the folder. */
  readonly isAll: boolean;
}

/** Their names without the `terragrunt-` that older versions put in front. */
const VALUED: ReadonlySet<string> = new Set([
  'config',
  'download-dir',
  'exclude-dir',
  'exclude-dirs-file',
  'queue-exclude-dir',
  'excludes-file',
  'queue-excludes-file',
  'feature',
  'iam-assume-role',
  'iam-role',
  'include-dir',
  'queue-include-dir',
  'include-module-prefix',
  'log-custom-format',
  'log-format',
  'log-level',
  'modules-that-include',
  'queue-include-units-reading',
  'override-attr',
  'parallelism',
  'provider-cache-dir',
  'source',
  'source-map',
  'tf-path',
  'tfpath',
  'working-dir',
  'experiment',
  'inputs-debug',
  'filter',
]);

/** Subcommands of Terragrunt alone, which run nothing. */
const OWN =
  /^(?:hclfmt|hcl|hclvalidate|render|render-json|graph-dependencies|output-module-groups|validate-inputs|aws-provider-patch|catalog|scaffold|list|find|dag|info|terragrunt-info|backend|exec|help|version)$/;

/** `undefined` for a command that runs nothing of Terraform's. */
export function terragruntLine(words: readonly Word[]): TerragruntLine | undefined {
  const { rest, values, isAll } = withoutOwn(words);
  const command = commandIn(rest);
  const [first] = command?.words ?? [];
  if (!command || (first && OWN.test(wordText(first) ?? ''))) return undefined;
  return {
    words: command.words,
    folder: values.get('working-dir'),
    file: values.get('config'),
    isAll: isAll || command.isAll,
  };
}

interface OwnWords {
  readonly rest: readonly Word[];
  readonly values: ReadonlyMap<string, Value<string>>;
  readonly isAll: boolean;
}

function withoutOwn(words: readonly Word[]): OwnWords {
  const rest: Word[] = [];
  const values = new Map<string, Value<string>>();
  let isAll = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const text = wordPrefix(word);
    const [, name, equals] = /^--(?:terragrunt-)?([a-z][a-z-]*)(=?)/.exec(text) ?? [];
    if (name === undefined || !isOwn(text, name)) {
      if (text !== '--') rest.push(word);
    } else if (VALUED.has(name)) {
      const next = equals === '=' ? undefined : words[index + 1];
      values.set(name, valueAfter(next ?? word, next ? 0 : text.indexOf('=') + 1));
      if (next) index += 1;
    } else if (name === 'all') isAll = true;
  }
  return { rest, values, isAll };
}

/** Terraform's own long options are written with one dash, but it takes two as well. */
const isOwn = (text: string, name: string): boolean =>
  text.startsWith('--terragrunt-') || VALUED.has(name) || SWITCHES.has(name);

const SWITCHES: ReadonlySet<string> = new Set([
  'all',
  'graph',
  'non-interactive',
  'no-auto-init',
  'no-auto-retry',
  'no-auto-approve',
  'no-color',
  'ignore-dependency-errors',
  'queue-ignore-errors',
  'queue-ignore-dag-order',
  'queue-include-external',
  'queue-exclude-external',
  'queue-strict-include',
  'provider-cache',
  'source-update',
  'strict-mode',
  'experiment-mode',
  'tf-forward-stdout',
]);

/** `run-all apply`, `run -- apply`, `stack run apply`, and of old `apply-all`. */
function commandIn(
  words: readonly Word[],
): { readonly words: readonly Word[]; readonly isAll: boolean } | undefined {
  const [first, second, ...others] = words;
  if (!first) return undefined;
  const name = wordText(first);
  if (name === 'run-all') return { words: words.slice(1), isAll: true };
  if (name === 'run') return { words: words.slice(1), isAll: false };
  if (name === 'stack') {
    return second && wordText(second) === 'run' ? { words: others, isAll: true } : undefined;
  }
  const old = /^(\w+)-all$/.exec(name ?? '')?.[1];
  if (old === undefined) return { words, isAll: false };
  const subcommand: Word = { ...first, parts: [{ kind: 'text', text: old }] };
  return { words: [subcommand, ...words.slice(1)], isAll: true };
}
