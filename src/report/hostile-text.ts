//! Text that a scanned repository could hold to disturb whoever prints it; for the tests of the formats.

import fc from 'fast-check';

const PIECES = [
  '%',
  '%0A',
  '::',
  '::error::owned',
  '##[add-mask]x',
  '\n',
  '\r\n',
  '|',
  '`',
  '```',
  '\\',
  '@octocat',
  '#1',
  '<b>',
  '<!--',
  '"',
  '#quot;',
  '[text](1)',
  '\u001b[2J',
  '\u0007',
  '\u202e',
  '\u2028',
  '\ud800',
  'https://example.com',
  '日本',
  ' ',
  'deploy',
];

export const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map(pieces => pieces.join(''))
  .filter(text => text !== '');
