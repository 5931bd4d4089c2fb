import { expect, it } from 'vitest';
import { javascriptFiles, pythonModuleFiles } from './program-files.ts';

it.each<readonly [string, readonly string[]]>([
  ['deploy.js', ['deploy.js']],
  ['dist/deploy.js', ['dist/deploy.js', 'src/deploy.ts', './deploy.ts']],
  ['tools/build/a/b.mjs', ['tools/build/a/b.mjs', 'tools/src/a/b.mts', 'tools/a/b.mts']],
  ['dist/deploy.ts', ['dist/deploy.ts']],
  [
    'run',
    ['./run', './run.js', './run.ts', './run.mjs', './run.cjs', 'run/index.js', 'run/index.ts'],
  ],
  [
    'dist',
    [
      './dist',
      './dist.js',
      './dist.ts',
      './dist.mjs',
      './dist.cjs',
      'dist/index.js',
      'dist/index.ts',
      'src/index.ts',
      './index.ts',
    ],
  ],
  ['./tools/', ['./tools/index.js', './tools/index.ts']],
  ['.', ['./index.js', './index.ts']],
  ['..', ['../index.js', '../index.ts']],
])('%s may be %j', (path, expected) => {
  expect(javascriptFiles(path)).toEqual(expected);
});

it('looks for a module as a file and as a folder', () => {
  expect(pythonModuleFiles('tools.deploy')).toEqual([
    './tools/deploy.py',
    './tools/deploy/__main__.py',
    './src/tools/deploy.py',
    './src/tools/deploy/__main__.py',
  ]);
});
