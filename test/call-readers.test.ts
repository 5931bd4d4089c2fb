//! No reader answers a call that it is not shown: `programs` and `libraries` say all that it reads.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Call } from '../src/domain/call.ts';
import type { OperationReader } from '../src/domain/operation.ts';
import type { Surroundings } from '../src/domain/sign-in.ts';
import { ABSENT, known } from '../src/domain/value.ts';
import { analyse } from '../src/engine/analyse.ts';
import { textFile } from '../src/engine/input.ts';
import * as registry from '../src/engine/registry.gen.ts';
import { readersByCall } from '../src/resolve/call-readers.ts';
import { examplesOf } from './readme/examples.ts';

const root = join(import.meta.dirname, '../src');

const examples = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('README.md'))
  .flatMap(path => examplesOf(readFileSync(join(root, path), 'utf8')));

/** Every call of the files, of whatever program. */
function callsIn(files: ReadonlyMap<string, string>): readonly Call[] {
  const calls: Call[] = [];
  const everything: OperationReader = {
    id: 'everything',
    title: 'everything',
    programs: [],
    programPattern: /./,
    libraries: /./,
    read(call) {
      calls.push(call);
      return undefined;
    },
  };
  const input = [...files].map(([path, text]) => textFile(path, text));
  const { operationReaders } = registry;
  analyse(
    { version: '0.0.0', files: input, elapsedMs: () => 0 },
    { ...registry, operationReaders: [...operationReaders, everything] },
  );
  return calls;
}

const at = { path: '', start: 0, end: 0 };

/** Without any variable, and with every one. */
const SURROUNDINGS: readonly Surroundings[] = [ABSENT, known('1111', at)].map(value => ({
  environment: () => value,
  isClosed: false,
}));

it('holds for every call of the examples', () => {
  const { signInForms, operationReaders } = registry;
  const readersOf = readersByCall({ forms: signInForms, readers: operationReaders });
  const calls = examples.flatMap(it => callsIn(it.files));
  const wrong = calls.flatMap(call => {
    const shown = readersOf(call);
    const forms = signInForms.filter(it => !shown.forms.includes(it));
    const readers = operationReaders.filter(it => !shown.readers.includes(it));
    return [...forms, ...readers]
      .filter(it => SURROUNDINGS.some(around => it.read(call, around)))
      .map(it => `${it.id} reads ${nameOf(call)}, and does not say so`);
  });
  expect([...new Set(wrong)]).toEqual([]);
  expect(calls.length).toBeGreaterThan(1000);
});

function nameOf(call: Call): string {
  if (call.kind === 'component') return call.name;
  if (call.kind === 'construct') return `${call.type} at ${call.at.path}`;
  return call.words
    .map(word => word.parts.map(it => (it.kind === 'text' ? it.text : '?')).join(''))
    .join(' ');
}
