//! What GitHub's runner reads out of the lines.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportedFinding } from '../domain/report.ts';
import { ANNOTATIONS_MAX, annotations } from './annotations.ts';
import { hostile } from './hostile-text.ts';
import { sampleFinding, sampleReport } from './sample-report.ts';
import { visible } from './visible.ts';

const print = (findings: readonly ReportedFinding[]): string =>
  annotations.print(sampleReport(findings), { color: false });

const decoded = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/** As the runner does: the command up to the second `::`, properties split at commas. */
function parsed(line: string): {
  command: string;
  properties: Map<string, string>;
  message: string;
} {
  const end = line.indexOf('::', 2);
  const [, command = '', list = ''] = /^::(\w+) (.*)$/.exec(line.slice(0, end)) ?? [];
  const properties = list.split(',').map((item): [string, string] => {
    const at = item.indexOf('=');
    return [item.slice(0, at), decoded(item.slice(at + 1))];
  });
  return { command, properties: new Map(properties), message: decoded(line.slice(end + 2)) };
}

describe('annotations', () => {
  it('marks the place, with the way there and what to do', () => {
    expect(print([sampleFinding])).toBe(
      '::error file=scripts/deploy.sh,line=2,endLine=2,col=1,endColumn=31,title=user-password-sign-in' +
        '::job `deploy` signs in to Azure with the password of a person' +
        '%0Abecause .github/workflows/deploy.yml:9: `deploy.sh` runs here' +
        '%0Ato do: Replace the password with a federated credential\n',
    );
  });

  it('prints nothing when there is nothing to say', () => {
    expect(print([])).toBe('');
  });

  it('leaves out columns of a place that spans lines, as the runner would', () => {
    expect(print([{ ...sampleFinding, endLine: 4 }])).toContain('line=2,endLine=4,title=');
  });

  it('keeps to the budget of a step, the worst first, and counts the rest', () => {
    const many = (['notice', 'warning', 'error'] as const).flatMap(severity =>
      Array.from({ length: 12 }, () => ({ ...sampleFinding, severity })),
    );
    const lines = print(many).trimEnd().split('\n');
    const count = (command: string): number =>
      lines.filter(line => line.startsWith(`::${command} `)).length;
    expect([count('error'), count('warning'), count('notice')]).toEqual([
      ANNOTATIONS_MAX.error,
      ANNOTATIONS_MAX.warning,
      ANNOTATIONS_MAX.notice,
    ]);
    expect(lines[0]).toMatch(/^::error /);
    expect(lines.at(-1)).toBe('7 more findings in the summary of this job');
  });

  it('gives the runner what was found, and nothing that a repository wrote as a command', () => {
    fc.assert(
      fc.property(hostile, hostile, (path, message) => {
        const printed = print([{ ...sampleFinding, path, message, because: [], fixes: [] }]);
        expect(printed.trimEnd().split(/\r\n|\r|\n/)).toHaveLength(1);
        const annotation = parsed(printed.slice(0, -1));
        expect(annotation.command).toBe('error');
        expect(annotation.properties.get('file')).toBe(visible(path));
        expect(annotation.properties.get('title')).toBe('user-password-sign-in');
        expect(annotation.message).toBe(visible(message));
      }),
      { numRuns: 300 },
    );
  });
});
