//! Hashes that GitHub published, and where there is none.

import { describe, expect, it } from 'vitest';
import { sourceFile } from '../domain/source-file.ts';
import { hashesOf, lineHashes } from './line-hashes.ts';
import { SAMPLE_PATH, sampleFinding, sampleReport } from './sample-report.ts';

const GREETINGS = ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End';
const GREETED = [
  'e9496ae3ebfced30:1',
  'fb7c023a8b9ccb3f:1',
  'ce8ba1a563dcdaca:1',
  'e20e36e16fcb0cc8:1',
  'b3edc88f2938467e:1',
  'c8e28b0b4002a3a0:1',
  'c129715d7a2bc9a3:1',
];

describe('the hashes of lines', () => {
  it.each([
    { text: '', hashes: ['c129715d7a2bc9a3:1'] },
    {
      text: ' a\nb\n  \t\tc\n d',
      hashes: [
        '271789c17abda88f:1',
        '54703d4cd895b18:1',
        '180aee12dab6264:1',
        'a23a3dc5e078b07b:1',
      ],
    },
    {
      text: GREETINGS,
      hashes: [
        '8b7cf3e952e7aeb2:1',
        'b1ae1287ec4718d9:1',
        'bff680108adb0fcc:1',
        'c6805c5e1288b612:1',
        'b86d3392aea1be30:1',
        'e6ceba753e1a442:1',
      ],
    },
    { text: `${GREETINGS}\n`, hashes: GREETED },
    { text: `${GREETINGS}\n`.replaceAll('\n', '\r'), hashes: GREETED },
    { text: `${GREETINGS}\n`.replaceAll('\n', '\r\n'), hashes: GREETED },
  ])('of $text are those of GitHub', ({ text, hashes }) => {
    expect(hashesOf(text)).toEqual(hashes);
  });

  it('number the lines that are alike', () => {
    const hashes = hashesOf('az group list\n'.repeat(40));
    expect(new Set(hashes).size).toBe(41);
    expect(new Set(hashes.slice(0, 30).map(it => it.split(':')[0])).size).toBe(1);
    expect(hashes[2]).toMatch(/:3$/);
  });
});

describe('the hash of a place', () => {
  const hashOf = (text: string, secret?: string): string | undefined => {
    const start = text.indexOf(secret ?? '');
    const secrets = secret ? [{ path: SAMPLE_PATH, start, end: start + secret.length }] : [];
    const sources = new Map([[SAMPLE_PATH, sourceFile(SAMPLE_PATH, text)]]);
    return lineHashes({ ...sampleReport(), sources, secrets })(sampleFinding);
  };

  it('is that of its line', () => {
    expect(hashOf('a\nb\nc\n')).toBe(hashesOf('a\nb\nc\n')[1]);
    expect(hashOf('')).toBeUndefined();
  });

  it('is not known without the text', () => {
    expect(lineHashes({ ...sampleReport(), sources: new Map() })(sampleFinding)).toBeUndefined();
  });

  it.each(['"$PASSWORD"', '$PASSWORD', '"${PASSWORD}"', '${{ secrets.PASSWORD }}', 'var.password'])(
    'stands where the secret is only referred to: %s',
    secret => {
      expect(hashOf(`#!/bin/sh\naz login -p ${secret}\n`, secret)).toBeDefined();
    },
  );

  it.each(['hunter2', "'$hunter2'", '"$USER-hunter2"', '${PASSWORD:-hunter2}', "${{ 'hunter2' }}"])(
    'is left out where a secret is part of it: %s',
    secret => {
      expect(hashOf(`#!/bin/sh\naz login -p ${secret}\n`, secret)).toBeUndefined();
      expect(hashOf(`#!/bin/sh\naz group list\naz login -p ${secret}\n`, secret)).toBeUndefined();
      expect(hashOf(`az login -p ${secret}\naz group list\n`, secret)).toBeDefined();
      const far = `#!/bin/sh\n${'x '.repeat(100)}\naz login -p ${secret}\n`;
      expect(hashOf(far, secret)).toBeDefined();
    },
  );
});
