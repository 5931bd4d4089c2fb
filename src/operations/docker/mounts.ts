//! What of the machine around it a container finds, and where: `-v "$PWD:/work"`.
//! Source: https://docs.docker.com/engine/storage/bind-mounts/

import { type Word, type WordPart, wordPrefix, wordText } from '../../domain/call.ts';
import type { Entry } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { wordExpression } from '../../domain/word-expression.ts';
import { type Line, splitWord, valuesOf, withoutStart } from './words.ts';

export interface Mount {
  readonly source: readonly WordPart[];
  /** An absolute path in the container, without a slash at its end. */
  readonly target: string;
}

export function mountsOf(line: Line): readonly Mount[] {
  const short = valuesOf(line, /^(?:-v|--volume)$/).flatMap(it => {
    const [source, target] = splitWord(it, /:(?![\\/]{1,2}[^:]*:)/);
    return mountOf(source, target);
  });
  const long = valuesOf(line, /^--mount$/).flatMap(it => {
    const fields = splitWord(it, /,/);
    const field = (name: RegExp): Word | undefined => {
      const found = fields.find(word => name.test(wordPrefix(word)));
      return found && withoutStart(found, wordPrefix(found).indexOf('=') + 1);
    };
    return mountOf(field(/^(?:source|src)=/), field(/^(?:target|dst|destination)=/));
  });
  return [...short, ...long];
}

function mountOf(source: Word | undefined, target: Word | undefined): readonly Mount[] {
  const path = target && wordText(target);
  if (!source || path === undefined || !path.startsWith('/')) return [];
  return [{ source: source.parts, target: path.replace(/\/+$/, '') }];
}

/** Whoever is signed in around it is signed in there too. */
export const sharesSessions = (line: Line): boolean =>
  valuesOf(line, /^(?:-v|--volume|--mount)$/).some(it =>
    it.parts.some(part => part.kind === 'text' && part.text.includes('.azure')),
  );

const FOLDER = 'AZURE_CONFIG_DIR';

/** Where the Azure CLI looks in the container is the folder that is mounted there, whatever it is called. */
export function sessionFolder(
  mounts: readonly Mount[],
  environment: readonly Entry[],
  at: Span,
): readonly Entry[] {
  const said = environment.find(it => it.name === FOLDER)?.value;
  const given = said && literalOf(said);
  const mount = mounts.find(({ target }) =>
    given === undefined ? target.endsWith('/.azure') : target === given,
  );
  if (!mount) return [];
  return [{ name: FOLDER, value: wordExpression({ parts: mount.source, splits: false, at }), at }];
}

/** A path of the container as one of the repository, where it is mounted. */
export function outside(word: Word, mounts: readonly Mount[]): Word {
  const prefix = wordPrefix(word);
  const mount = mounts.find(({ target }) => prefix === target || prefix.startsWith(`${target}/`));
  if (!mount) return word;
  const { parts, splits, at } = withoutStart(word, mount.target.length);
  return { parts: [...mount.source, ...parts], splits, at };
}
