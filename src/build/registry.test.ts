//! The generated registries hold what the folders hold.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { registries } from './registry.ts';

const root = join(import.meta.dirname, '../..');

test.each(registries(root))('$path is what `npm run update` writes', ({ path, text, problems }) => {
  expect(problems).toEqual([]);
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});
