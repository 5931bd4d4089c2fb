//! What a person sees in a terminal or a log.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../domain/source-file.ts';
import { hostile } from './hostile-text.ts';
import { SAMPLE_PATH, sampleFinding, sampleReport } from './sample-report.ts';
import { framesOf, text } from './text.ts';
import { visible } from './visible.ts';

const plain = { color: false };

const frameAround = (source: string, place: Partial<typeof sampleFinding>): string => {
  const finding = { ...sampleFinding, because: [], fixes: [], message: 'it', ...place };
  const report = {
    ...sampleReport([finding]),
    sources: new Map([[SAMPLE_PATH, sourceFile(SAMPLE_PATH, source)]]),
    secrets: [],
  };
  return framesOf(report, plain).split('\n').slice(1).join('\n');
};

describe('text', () => {
  it('shows the place, the line without its secret, the way there and what to do', () => {
    expect(text.print(sampleReport(), plain)).toBe(`\
scripts/deploy.sh:2:1: error: job \`deploy\` signs in to Azure with the password of a person [user-password-sign-in]
  2 | az login -u "$USER" -p ***
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^
  because: .github/workflows/deploy.yml:9:14: \`deploy.sh\` runs here
  fix: Replace the password with a federated credential

main.bicep:3: not understood: a string that does not end

3 files read of 5; 1 sign-in (1 user-password); 1 finding (1 error); 1 problem; 12 ms
`);
  });

  it('says so when nothing was found', () => {
    const report = { ...sampleReport([]), problems: [] };
    expect(text.print(report, plain)).toBe(
      '3 files read of 5; 1 sign-in (1 user-password); 0 findings; 0 problems; 12 ms\n',
    );
  });

  it('says when it is not certain', () => {
    const report = sampleReport([{ ...sampleFinding, confidence: 'possible' }]);
    expect(framesOf(report, plain)).toContain(' [user-password-sign-in, possible]\n');
  });

  it('uses colour only when asked', () => {
    expect(text.print(sampleReport(), { color: true })).toContain('\u001b[31merror:\u001b[0m');
    expect(text.print(sampleReport(), plain)).not.toContain('\u001b');
  });

  it('does not mask a reference to a secret, which is none', () => {
    const source = 'az login -u me -p "$PASSWORD"\n';
    const start = source.indexOf('"$');
    const report = {
      ...sampleReport([{ ...sampleFinding, line: 1, endLine: 1, endColumn: 30 }]),
      sources: new Map([[SAMPLE_PATH, sourceFile(SAMPLE_PATH, source)]]),
      secrets: [{ path: SAMPLE_PATH, start, end: start + 11 }],
    };
    expect(framesOf(report, plain)).toContain('-p "$PASSWORD"\n');
  });

  it.each([
    ['a tab', '\taz login', 2, 10, '  1 |     az login\n    |     ^^^^^^^^\n'],
    ['wide letters', '日本 az login', 4, 12, '  1 | 日本 az login\n    |      ^^^^^^^^\n'],
    ['combining marks', 'นี้ az login', 5, 13, '  1 | นี้ az login\n    |   ^^^^^^^^\n'],
    ['an escape', '\u001b[2J az', 6, 8, '  1 | \\x1b[2J az\n    |         ^^\n'],
    ['no length', 'az login', 9, 9, '  1 | az login\n    |         ^\n'],
  ])('keeps carets below the place after %s', (_, source, column, endColumn, expected) => {
    expect(frameAround(source, { line: 1, endLine: 1, column, endColumn })).toBe(expected);
  });

  it('shows at most three lines', () => {
    const source = 'a\n  b\nc\nd\ne\n';
    expect(frameAround(source, { line: 1, column: 1, endLine: 5, endColumn: 2 })).toBe(
      '  1 | a\n    | ^\n  2 |   b\n    |   ^\n  3 | c\n    | ^\n    | … to line 5\n',
    );
  });

  it('cuts a minified line to the part around the place', () => {
    const source = `${'x'.repeat(5000)}az login${'y'.repeat(5000)}`;
    const frame = frameAround(source, { line: 1, endLine: 1, column: 5001, endColumn: 5009 });
    const [code = '', carets = ''] = frame.split('\n');
    expect(code.length).toBeLessThan(200);
    expect(carets.indexOf('^')).toBe(code.indexOf('az login'));
  });

  it('prints no control character of a scanned repository', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (path, message, line) => {
        const finding = { ...sampleFinding, path, message, line: 1, endLine: 1 };
        const report = {
          ...sampleReport([finding]),
          sources: new Map([[path, sourceFile(path, line)]]),
        };
        const printed = text.print(report, plain);
        expect(printed.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
        expect(printed.split('\n')[0]).toBe(
          `${visible(path)}:1:1: error: ${visible(message)} [user-password-sign-in]`,
        );
      }),
      { numRuns: 200 },
    );
  });
});
