import { describe, expect, it } from 'vitest';
import { sampleCommand, sampleEnvironment } from '../../domain/sample-call.ts';
import { azcopy } from './azcopy.ts';

const read = (line: string) => azcopy.read(sampleCommand(line), sampleEnvironment());

describe('azcopy', () => {
  it.each([
    ['azcopy copy dist https://x.blob.core.windows.net/c --recursive', 'write'],
    ['azcopy sync $SOURCE $TARGET', 'write'],
    ['azcopy list https://x.blob.core.windows.net/c', 'read'],
    ['azcopy rm https://x.blob.core.windows.net/c?snapshot=1', 'write'],
  ])('%s', (line, effect) => {
    expect(read(line)?.operations).toMatchObject([
      { effect, audience: 'storage', sessions: ['this-call', 'azcopy'] },
    ]);
  });

  it.each([
    'azcopy copy dist https://x.blob.core.windows.net/c?sv=1&sig=2',
    'azcopy copy dist https://x.blob.core.windows.net/c?$SAS',
    'azcopy --version',
    'azcopy jobs list',
    'azcopy',
  ])('%s needs nobody', line => {
    expect(read(line)?.operations).toEqual([]);
  });

  it('closes its session', () => {
    expect(read('azcopy logout')?.closes).toEqual(['azcopy']);
    expect(read('azcopy login')).toBeUndefined();
  });
});
