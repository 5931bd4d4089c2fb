//! Given paths to the root of a scan.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { scanRoot, within } from './scan-root.ts';

const FILES = { 'infra/main.tf': '', 'infra/net/main.tf': '', '.github/workflows/deploy.yml': '' };

test.each([
  { given: ['.'], folder: '.', within: ['.'] },
  { given: ['infra'], folder: 'infra', within: ['.'] },
  { given: ['infra/'], folder: 'infra', within: ['.'] },
  { given: ['infra/main.tf'], folder: '.', within: ['infra/main.tf'] },
  { given: ['infra', '.github'], folder: '.', within: ['.github', 'infra'] },
  { given: ['infra/net', 'infra', 'infra'], folder: '.', within: ['infra'] },
  { given: ['infra', '.'], folder: '.', within: ['.'] },
])('$given scans $within of $folder', ({ given, folder, within }) => {
  const current = temporaryFolder(FILES);
  expect(scanRoot(current, given)).toEqual({ folder: join(current, folder), within });
});

test('An action keeps the root, whatever part of it is scanned', () => {
  const workspace = temporaryFolder(FILES);
  expect(within(workspace, ['infra'])).toEqual({ folder: workspace, within: ['infra'] });
});

test.each([
  {
    given: ['infra/mian.tf'],
    sentence: /no file or folder `infra\/mian.tf`; did you mean `infra\/main.tf`\?$/,
  },
  { given: ['elsewhere/main.tf'], sentence: /no file or folder `elsewhere\/main.tf`$/ },
  { given: ['infra', '/'], sentence: /^`\/` stands outside/ },
])('$given is a mistake', ({ given, sentence }) => {
  const current = temporaryFolder(FILES);
  expect(() => scanRoot(current, given)).toThrow(sentence);
});
