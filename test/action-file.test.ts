//! `action.yml`, as a runner reads it: every input and output that the program has, and the file that starts it.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { temporaryFolder } from './temporary-folder.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const value = z.strictObject({ description: z.string().min(10), default: z.string().optional() });
const schema = z.strictObject({
  name: z.string(),
  description: z.string().max(125),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(z.string(), value),
  outputs: z.record(z.string(), value.omit({ default: true })),
  runs: z.strictObject({ using: z.literal('node24'), main: z.string() }),
});

const document = parseDocument(read('action.yml'));
const action = (): z.infer<typeof schema> => schema.parse(document.toJS());

/** The literal first arguments of calls. */
const namesIn = (path: string, calls: RegExp): readonly string[] =>
  [...new Set([...read(path).matchAll(calls)].map(([, name = '']) => name))].sort();

describe('action.yml', () => {
  it('is valid YAML, without warnings', () => {
    expect([...document.errors, ...document.warnings].map(it => it.message)).toEqual([]);
  });

  it('declares exactly the inputs that the program reads', () => {
    const inputs = namesIn('src/hosts/action-inputs.ts', /get(?:Multiline)?Input\('([\w-]+)'\)/g);
    expect(Object.keys(action().inputs).sort()).toEqual(inputs);
  });

  it('declares exactly the outputs that the program sets', () => {
    const outputs = namesIn(
      'src/hosts/action-reports.ts',
      /(?:setOutput|writeReport)\('([\w-]+)'/g,
    );
    expect(Object.keys(action().outputs).sort()).toEqual(outputs);
  });

  it('names a program that starts with the defaults it declares', () => {
    const { inputs, runs } = action();
    const given = Object.entries(inputs).map(([name, { default: text = '' }]) => [
      `INPUT_${name.toUpperCase()}`,
      text.startsWith('${{') ? '' : text,
    ]);
    const workspace = temporaryFolder({
      '.github/workflows/deploy.yml':
        'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: az login -u me -p "$PASSWORD" && az group delete -n web\n',
    });
    const { status, stdout } = spawnSync(process.execPath, [join(root, runs.main)], {
      env: { GITHUB_WORKSPACE: workspace, ...Object.fromEntries(given) },
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^::error file=\.github\/workflows\/deploy\.yml,line=6,/m);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^::error::1 finding is at or above/);
    expect(status).toBe(1);
  });
});
