//! What code scanning reads.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ReportedFinding } from '../domain/report.ts';
import { sourceFile } from '../domain/source-file.ts';
import { hostile } from './hostile-text.ts';
import { hashesOf } from './line-hashes.ts';
import { SAMPLE_PATH, sampleFinding, sampleReport } from './sample-report.ts';
import { RESULTS_MAX, sarif } from './sarif.ts';
import { visible } from './visible.ts';

const physicalLocation = z.object({
  artifactLocation: z.object({ uri: z.string(), uriBaseId: z.string() }),
  region: z.object({
    startLine: z.number().min(1),
    startColumn: z.number().min(1),
    endLine: z.number().min(1),
    endColumn: z.number().min(1),
  }),
});
const message = z.object({ text: z.string().min(1) });
const log = z.object({
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.object({
      tool: z.object({
        driver: z.object({
          name: z.string(),
          rules: z.array(
            z.object({
              id: z.string(),
              shortDescription: message,
              fullDescription: message,
              help: z.object({ text: z.string(), markdown: z.string() }),
            }),
          ),
        }),
      }),
      invocations: z.array(
        z.object({ toolExecutionNotifications: z.array(z.object({ message })) }),
      ),
      columnKind: z.literal('utf16CodeUnits'),
      results: z.array(
        z.object({
          ruleId: z.string(),
          ruleIndex: z.number().optional(),
          level: z.enum(['error', 'warning', 'note']),
          message,
          locations: z.tuple([z.object({ physicalLocation })]),
          relatedLocations: z
            .array(z.object({ id: z.number(), physicalLocation, message }))
            .optional(),
          codeFlows: z
            .array(
              z.object({ threadFlows: z.array(z.object({ locations: z.array(z.unknown()) })) }),
            )
            .optional(),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ]),
});

const runOf = (findings: readonly ReportedFinding[]): z.infer<typeof log>['runs'][0] =>
  log.parse(JSON.parse(sarif.print(sampleReport(findings), { color: false }))).runs[0];

describe('sarif', () => {
  it('gives a result its place, its way there and a fingerprint of our own', () => {
    const [result] = runOf([sampleFinding]).results;
    expect(result?.message.text).toBe(
      'job `deploy` signs in to Azure with the password of a person; see [.github/workflows/deploy.yml:9](1)',
    );
    expect(result?.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'scripts/deploy.sh', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 31 },
    });
    expect(result?.partialFingerprints).toEqual({ 'mfaReady/v1': '1111' });
    expect(result?.relatedLocations?.map(it => it.id)).toEqual([1]);
    expect(result?.codeFlows?.[0]?.threadFlows[0]?.locations).toHaveLength(2);
    expect(result?.ruleIndex).toBe(0);
  });

  it('gives a result the hash by which GitHub knows its line again', () => {
    const text = 'az login -u "$USER" -p "$PASSWORD"\naz group create -n web\n';
    const report = {
      ...sampleReport([{ ...sampleFinding, line: 1, endLine: 1 }]),
      sources: new Map([[SAMPLE_PATH, sourceFile(SAMPLE_PATH, text)]]),
      secrets: [],
    };
    const [result] = log.parse(JSON.parse(sarif.print(report, { color: false }))).runs[0].results;
    expect(result?.partialFingerprints).toEqual({
      primaryLocationLineHash: hashesOf(text)[0],
      'mfaReady/v1': '1111',
    });
  });

  it('tells what could not be read', () => {
    const texts = runOf([]).invocations.flatMap(it =>
      it.toolExecutionNotifications.map(notification => notification.message.text),
    );
    expect(texts).toEqual(['a string that does not end']);
  });

  it('keeps the worst when there are more than GitHub keeps', () => {
    const notices = Array.from({ length: RESULTS_MAX }, () => ({
      ...sampleFinding,
      severity: 'notice' as const,
    }));
    const { results } = runOf([...notices, sampleFinding]);
    expect(results).toHaveLength(RESULTS_MAX);
    expect(results[0]?.level).toBe('error');
  });

  it('holds no link but its own, and a path that leads back to the file', () => {
    fc.assert(
      fc.property(hostile, hostile, (path, text) => {
        const [result] = runOf([{ ...sampleFinding, path, message: text, because: [] }]).results;
        const shown = result?.message.text ?? '';
        expect(shown.replace(/\\([\\[\]])/g, '$1')).toBe(visible(text));
        expect(shown).not.toMatch(/(?:^|[^\\])(?:\\\\)*\[/);
        const uri = result?.locations[0].physicalLocation.artifactLocation.uri ?? '';
        expect(uri).toMatch(/^[\w.!~*'()%/-]*$/);
        expect(decodeURIComponent(uri)).toBe(path.replace(/\p{Surrogate}/gu, '\ufffd'));
      }),
      { numRuns: 200 },
    );
  });
});
