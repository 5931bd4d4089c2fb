//! What GitLab, Azure Pipelines and readers of JUnit's XML make of a report, whatever the repository holds.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Format, ReportedFinding } from '../domain/report.ts';
import { azureDevops } from './azure-devops.ts';
import { gitlabCodeQuality } from './gitlab-code-quality.ts';
import { gitlabSast } from './gitlab-sast.ts';
import { hostile } from './hostile-text.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sampleFinding, sampleReport } from './sample-report.ts';
import { visible } from './visible.ts';

const printed = (format: Format, findings: readonly ReportedFinding[] = [sampleFinding]): string =>
  format.print(sampleReport(findings), { color: false, now: '2027-05-31T06:00:00.000Z' });

/** With hostile text wherever the repository may have put it. */
const hostileFinding = fc.tuple(hostile, hostile, hostile, hostile).map(
  ([path, message, link, fix]): ReportedFinding => ({
    ...sampleFinding,
    path,
    message,
    because: [{ ...sampleFinding, path: link, message: link }],
    fixes: [{ title: fix, applicability: 'shown', edits: [] }],
  }),
);

const severities = ['error', 'warning', 'notice'] as const;
const ofAll = severities.map(severity => ({ ...sampleFinding, severity }));

describe('gitlab-code-quality', () => {
  const schema = z.array(
    z.strictObject({
      description: z.string().min(1),
      check_name: z.string(),
      fingerprint: z.string(),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({
        path: z.string(),
        lines: z.strictObject({ begin: z.int().min(1), end: z.int() }),
      }),
    }),
  );

  it('has an issue for each finding', () => {
    const issues = schema.parse(JSON.parse(printed(gitlabCodeQuality, ofAll)));
    expect(issues.map(it => it.severity)).toEqual(['critical', 'major', 'info']);
    expect(issues[0]).toEqual({
      description: 'job `deploy` signs in to Azure with the password of a person',
      check_name: 'user-password-sign-in',
      fingerprint: '1111',
      severity: 'critical',
      location: { path: 'scripts/deploy.sh', lines: { begin: 2, end: 2 } },
    });
  });

  it('gives back every path', () => {
    fc.assert(
      fc.property(hostileFinding, finding => {
        const [issue] = schema.parse(JSON.parse(printed(gitlabCodeQuality, [finding])));
        expect(issue?.location.path).toBe(finding.path);
        expect(issue?.description).toBe(visible(finding.message));
      }),
      { numRuns: 100 },
    );
  });
});

describe('gitlab-sast', () => {
  const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  const schema = z.object({
    version: z.string(),
    scan: z.object({
      type: z.literal('sast'),
      status: z.literal('success'),
      start_time: time,
      end_time: time,
    }),
    vulnerabilities: z.array(
      z.object({
        id: z.string().regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/),
        severity: z.enum(['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical']),
        identifiers: z
          .array(z.object({ type: z.string(), name: z.string(), value: z.string() }))
          .min(1),
        location: z.object({ file: z.string(), start_line: z.int(), end_line: z.int() }),
      }),
    ),
  });

  it('has a vulnerability for each finding, and the time', () => {
    const report = schema.parse(JSON.parse(printed(gitlabSast, ofAll)));
    expect(report.scan.start_time).toBe('2027-05-31T06:00:00');
    expect(report.vulnerabilities.map(it => it.severity)).toEqual(['High', 'Medium', 'Info']);
  });

  it('gives back every path', () => {
    fc.assert(
      fc.property(hostileFinding, finding => {
        const [found] = schema.parse(JSON.parse(printed(gitlabSast, [finding]))).vulnerabilities;
        expect(found?.location.file).toBe(finding.path);
      }),
      { numRuns: 100 },
    );
  });
});

/** The markup of an XML text, its texts left out; throws where a text holds markup of its own. */
function markupOf(xml: string): readonly string[] {
  const names: string[] = [];
  const left = xml.replace(/<(\/?[\w?]+)(?: [\w]+="[^"<]*")*[/?]?>/g, (_tag, name: string) => {
    names.push(name);
    return '';
  });
  expect(left).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|apos);)/);
  return names;
}

describe('junit', () => {
  it('has a test for each finding; a notice does not fail', () => {
    const xml = printed(junit, ofAll);
    expect(xml).toContain('<testsuites tests="3" failures="2" errors="0">');
    expect(xml).toContain(
      '<testcase classname="scripts/deploy.sh" name="user-password-sign-in (line 2, column 1)" file="scripts/deploy.sh" line="2">',
    );
  });

  it('has one that passes when nothing is found', () => {
    expect(printed(junit, [])).toContain(
      '<testcase classname="mfa-ready" name="no finding in 3 files"/>',
    );
  });

  it('keeps its own markup, whatever it is given', () => {
    const markup = markupOf(printed(junit));
    fc.assert(
      fc.property(hostileFinding, finding => {
        expect(markupOf(printed(junit, [finding]))).toEqual(markup);
      }),
      { numRuns: 200 },
    );
  });
});

describe('azure-devops', () => {
  it('marks errors and warnings, and tells notices', () => {
    expect(printed(azureDevops, ofAll).split('\n')).toEqual([
      '##vso[task.logissue type=error;sourcepath=scripts/deploy.sh;linenumber=2;columnnumber=1;code=user-password-sign-in]job `deploy` signs in to Azure with the password of a person (scripts/deploy.sh:2)',
      '##vso[task.logissue type=warning;sourcepath=scripts/deploy.sh;linenumber=2;columnnumber=1;code=user-password-sign-in]job `deploy` signs in to Azure with the password of a person (scripts/deploy.sh:2)',
      'notice: job `deploy` signs in to Azure with the password of a person (scripts/deploy.sh:2)',
      '3 findings; 1 problem',
      '',
    ]);
  });

  it('has one command a finding, whatever it is given', () => {
    fc.assert(
      fc.property(hostileFinding, fc.constantFrom(...severities), (finding, severity) => {
        const lines = printed(azureDevops, [{ ...finding, severity }]).split('\n');
        expect(lines).toHaveLength(3);
        const commands = lines.join('\n').match(/##(?:vso)?\[/g) ?? [];
        expect(commands).toHaveLength(severity === 'notice' ? 0 : 1);
        if (severity !== 'notice')
          expect(lines[0]).toMatch(/^##vso\[task\.logissue [^\]]*\][^\]]*$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('markdown', () => {
  it('tells each finding with the way there and what to do', () => {
    expect(printed(markdown)).toBe(`\
# Who signs in to Azure here

## \`scripts/deploy.sh:2\`

**error**: job \`deploy\` signs in to Azure with the password of a person (\`user-password-sign-in\`)

- \`.github/workflows/deploy.yml:9\`: \`deploy.sh\` runs here
- **to do**: Replace the password with a federated credential

3 files read of 5; 1 problem.
`);
  });

  it('has no more lines than its own, whatever it is given', () => {
    const lines = printed(markdown).split('\n').length;
    fc.assert(
      fc.property(hostileFinding, finding => {
        expect(printed(markdown, [finding]).split('\n')).toHaveLength(lines);
      }),
      { numRuns: 100 },
    );
  });
});
