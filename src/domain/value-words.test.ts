import { expect, it } from 'vitest';
import { wordText } from './call.ts';
import { ABSENT, HOLE, known, type Value } from './value.ts';
import { wordsOfLines, wordsOfValue } from './value-words.ts';

const at = { path: 'deploy.yml', start: 0, end: 1 };
const why = { kind: 'held-by-platform' as const, name: 'secrets.X' };

it.each<[Value<string>, readonly (string | undefined)[]]>([
  [known('-var-file=a.tfvars  -lock=false', at), ['-var-file=a.tfvars', '-lock=false']],
  [known(`-var "name=a b" -var='c d'`, at), ['-var', 'name=a b', '-var=c d']],
  [known('-var x="', at), ['-var', 'x=']],
  [{ kind: 'unknown', why, at, via: [], pattern: `-var x=${HOLE} -y` }, ['-var', undefined, '-y']],
  [{ kind: 'unknown', why, at, via: [] }, [undefined]],
  [known('', at), []],
  [ABSENT, []],
])('%o', (value, expected) => {
  expect(wordsOfValue(value).map(wordText)).toEqual(expected);
});

it('gives each line a word of its own', () => {
  const words = wordsOfLines(known('a.tfvars\n\n  b.tfvars\n', at), '-var-file=/');
  expect(words.map(wordText)).toEqual(['-var-file=/a.tfvars', '-var-file=/b.tfvars']);
  expect(wordsOfLines(ABSENT, '-var-file=')).toEqual([]);
});
