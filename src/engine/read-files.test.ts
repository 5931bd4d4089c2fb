//! Files to facts: which surface reads what, and what happens when it goes wrong.

import { expect, test } from 'vitest';
import type { SourceFile } from '../domain/source-file.ts';
import type { Surface } from '../domain/surface.ts';
import { type InputFile, textFile } from './input.ts';
import { FILE_BYTES_MAX, readFiles } from './read-files.ts';

const surface = (
  matches: Surface['matches'],
  extract: (file: SourceFile) => void = () => {},
): Surface => ({
  id: 'shell',
  title: 'Shell script',
  comments: ['#'],
  matches,
  extract(file) {
    extract(file);
    return { path: file.path, pipelines: [], declarations: [], problems: [] };
  },
});

const shell = surface((path, line) => path.endsWith('.sh') || /\b(?:ba)?sh$/.test(line));

const bytesFile = (path: string, bytes: Uint8Array): InputFile => ({
  ...textFile(path, ''),
  size: () => bytes.length,
  read: () => bytes,
});

test.each([
  { path: 'deploy.sh', text: '', isRead: true },
  { path: 'deploy', text: '#!/usr/bin/env bash\naz login', isRead: true },
  { path: 'deploy', text: '\ufeff#!/bin/sh\r\naz login', isRead: true },
  { path: 'deploy', text: 'az login # sh', isRead: false },
  { path: 'deploy.txt', text: '#!/bin/sh', isRead: false },
  { path: 'v1.2/deploy', text: '#!/bin/sh', isRead: true },
  { path: '.envrc', text: '#!/bin/sh', isRead: true },
])('$path that begins with "$text": $isRead', ({ path, text, isRead }) => {
  const reading = readFiles([textFile(path, text)], [shell]);
  expect(reading.facts.map(it => it.path)).toEqual(isRead ? [path] : []);
  expect([...reading.sources.keys()]).toEqual(isRead ? [path] : []);
  expect(reading.files).toBe(1);
});

test('The first surface that matches reads the file', () => {
  const seen: string[] = [];
  const all = ['first', 'second'].map(id =>
    surface(
      () => true,
      () => seen.push(id),
    ),
  );
  readFiles([textFile('deploy.sh', '')], all);
  expect(seen).toEqual(['first']);
});

test('A surface that goes by the text has what no path decides, and says nothing of the rest', () => {
  const pipeline: Surface = {
    ...surface(path => path.endsWith('.yml')),
    recognises: (text, path) => text.startsWith('steps:') || path.startsWith('steps/'),
  };
  const certain = surface(path => path === 'action.yml');
  const files = ['a.yml', 'b.yml', 'action.yml', 'steps/c.yml'].map(path =>
    textFile(path, path === 'a.yml' ? 'steps:' : 'services:'),
  );
  const damaged = bytesFile('c.yml', new Uint8Array([0, 0]));
  const reading = readFiles([...files, damaged], [pipeline, certain]);
  expect(reading.facts.map(it => it.path)).toEqual(['a.yml', 'action.yml', 'steps/c.yml']);
  expect(reading.problems).toEqual([]);
  expect(reading.textOf('b.yml')).toBe('services:');
});

test('A file that no surface wants is counted and never opened', () => {
  const refuse = (): never => {
    throw new Error('opened');
  };
  const file: InputFile = { kind: 'file', path: 'a.png', size: refuse, head: refuse, read: refuse };
  expect(readFiles([file], [shell])).toMatchObject({ files: 1, bytes: 0, problems: [] });
});

const denied = (): never => {
  throw new Error('permission denied');
};

test.each([
  {
    name: 'a surface that throws',
    file: textFile('a.sh', ''),
    message: 'could not be read: out of ideas',
  },
  {
    name: 'an unreadable file',
    file: { ...textFile('a.sh', ''), read: denied },
    message: 'could not be read: permission denied',
  },
  {
    name: 'a large file',
    file: { ...textFile('a.sh', ''), size: () => FILE_BYTES_MAX + 1 },
    message: 'larger than 10 MB: not read',
  },
  {
    name: 'a binary file',
    file: bytesFile('a.sh', Uint8Array.of(1, 0, 2)),
    message: 'not a text: it holds NUL bytes',
  },
])('$name is a problem, and the rest is read', ({ file, message }) => {
  const throwing = surface(
    path => path.endsWith('.sh'),
    it => {
      if (it.path === 'a.sh') throw new Error('out of ideas');
    },
  );
  const reading = readFiles([file, textFile('b.sh', 'az login')], [throwing]);
  expect(reading.problems).toEqual([{ path: 'a.sh', line: 1, message }]);
  expect(reading.facts.map(it => it.path)).toEqual(['b.sh']);
});

test('A damaged file is read, and the problem stands on its line', () => {
  const file = bytesFile('a.sh', Buffer.from('az login\n\xff\n', 'latin1'));
  const reading = readFiles([file], [shell]);
  const message = 'holds bytes that are not a character; the rest was read';
  expect(reading.problems).toEqual([{ path: 'a.sh', line: 2, message }]);
  expect(reading.sources.get('a.sh')?.text).toBe('az login\n\ufffd\n');
});

test('A problem of the host is passed on and is no file', () => {
  const problem = { kind: 'problem', path: 'loop', message: 'a link in a circle' } as const;
  expect(readFiles([problem], [shell])).toMatchObject({
    files: 0,
    problems: [{ path: 'loop', line: 1, message: 'a link in a circle' }],
  });
});
