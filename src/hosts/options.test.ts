//! The words of the command line, right and wrong.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { commandOf } from './options.ts';
import { UsageError } from './usage-error.ts';

const FORMATS = ['json', 'sarif', 'text'];

const SCAN = {
  kind: 'scan',
  paths: ['.'],
  format: 'text',
  output: undefined,
  config: undefined,
  baseline: undefined,
  base: undefined,
  scope: undefined,
  updatesBaseline: false,
  failOn: undefined,
  color: true,
};

test.each([
  { words: 'scan', expected: SCAN },
  { words: 'scan infra .github', expected: { ...SCAN, paths: ['infra', '.github'] } },
  { words: '--format json scan', expected: { ...SCAN, format: 'json' } },
  {
    words: 'scan --format=sarif --output=a.sarif',
    expected: { ...SCAN, format: 'sarif', output: 'a.sarif' },
  },
  {
    words: 'scan --fail-on never --no-color',
    expected: { ...SCAN, failOn: 'never', color: false },
  },
  {
    words: 'scan --config a.yml --baseline known.json --update-baseline',
    expected: { ...SCAN, config: 'a.yml', baseline: 'known.json', updatesBaseline: true },
  },
  {
    words: 'scan --base main --scope diff',
    expected: { ...SCAN, base: 'main', scope: 'diff' },
  },
  { words: 'scan -- --infra', expected: { ...SCAN, paths: ['--infra'] } },
  { words: 'explain az-login', expected: { kind: 'explain', names: ['az-login'], color: true } },
  {
    words: 'explain --no-color',
    expected: { kind: 'explain', names: [], color: false },
  },
  { words: 'init', expected: { kind: 'init' } },
  { words: '--version', expected: { kind: 'version' } },
  { words: 'scan --help', expected: { kind: 'help' } },
  { words: '-h', expected: { kind: 'help' } },
])('`$words` is understood', ({ words, expected }) => {
  expect(commandOf(words.split(' '), FORMATS)).toEqual(expected);
});

test.each([
  { words: '', sentence: 'say what to do: `mfa-ready scan`, or `mfa-ready --help` for the rest' },
  {
    words: 'scna',
    sentence:
      'there is no command `scna`; it can be `scan`, `explain` or `init`; did you mean `scan`?',
  },
  {
    words: 'scan --fial-on error',
    sentence: 'there is no option `--fial-on`; did you mean `--fail-on`?',
  },
  { words: 'scan -x', sentence: 'there is no option `-x`' },
  {
    words: 'scan --format jsno',
    sentence: '`--format` is `jsno`; it can be `json`, `sarif` or `text`; did you mean `json`?',
  },
  {
    words: 'scan --fail-on hihg',
    sentence: '`--fail-on` is `hihg`; it can be `error`, `warning`, `notice` or `never`',
  },
  { words: 'scan --output', sentence: '`--output` needs a value: `--output …`' },
  { words: 'scan --output --no-color', sentence: '`--output` needs a value: `--output …`' },
  { words: 'scan --format=', sentence: '`--format` needs a value: `--format …`' },
  { words: 'scan --no-color=no', sentence: '`--no-color` takes no value' },
])('`$words` is a mistake that is told in one sentence', ({ words, sentence }) => {
  const args = words.split(' ').filter(it => it !== '');
  expect(() => commandOf(args, FORMATS)).toThrow(new UsageError(sentence));
});

test('The hook for pre-commit says a command that there is', () => {
  const text = readFileSync(new URL('../../.pre-commit-hooks.yaml', import.meta.url), 'utf8');
  const [hook] = z.tuple([z.object({ entry: z.string() })]).parse(parse(text));
  const [program, ...words] = hook.entry.split(' ');
  expect(program).toBe('mfa-ready');
  expect(commandOf(words, FORMATS)).toEqual({ ...SCAN, base: 'HEAD' });
});
