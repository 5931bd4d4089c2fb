//! The name of a module, however the file writes it.

import { expect, it } from 'vitest';
import { sourceFile } from '../../domain/source-file.ts';
import { goModule } from './go-module.ts';

it.each<readonly [string, string | undefined]>([
  ['module contoso.example/web\n\ngo 1.24\n', 'contoso.example/web'],
  ['// a module\nmodule "contoso.example/web" // old\n', 'contoso.example/web'],
  ['go 1.24\n', undefined],
  ['', undefined],
])('%j', (text, expected) => {
  const [routine] = goModule.extract(sourceFile('a/go.mod', text)).declarations;
  expect(routine?.path).toBe(expected);
});
