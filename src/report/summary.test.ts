//! What a person reads under a job.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report, ReportedFinding } from '../domain/report.ts';
import { flowchartOf, NODES_MAX } from './flowchart.ts';
import { hostile } from './hostile-text.ts';
import { codeSpan, sentence } from './markdown-text.ts';
import { sampleFinding, sampleReport } from './sample-report.ts';
import { SUMMARY_BYTES_MAX, summary } from './summary.ts';
import { visible } from './visible.ts';

const print = (findings: readonly ReportedFinding[]): string =>
  summary.print(sampleReport(findings), { color: false });

/** Cells as GitHub cuts them: a pipe after a backslash does not end one, and loses it. */
const cellsOf = (row: string): string[] =>
  row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim().replaceAll('\\|', '|'));

/** The text of a code span, by CommonMark's rule. */
function spanText(markdown: string): string | undefined {
  const fence = /^`+/.exec(markdown)?.[0] ?? '';
  const inner = markdown.slice(fence.length, -fence.length);
  if (!markdown.endsWith(fence) || inner.match(/`+/g)?.some(run => run === fence)) return undefined;
  return /^ .*[^ ].* $/.test(inner) || /^ `.*` $/.test(inner) ? inner.slice(1, -1) : inner;
}

describe('summary', () => {
  it('says where, who, what happens and what to do, then draws it, then counts', () => {
    expect(print([sampleFinding])).toBe(`\
## Who signs in to Azure here

| Where | Who | What happens | What to do |
| --- | --- | --- | --- |
| \`scripts/deploy.sh:2\` | \`user-password\` | **Breaks**: job \`deploy\` signs in to Azure with the password of a person | Replace the password with a federated credential<br>[user-password-sign-in](https://example.com/rules/user-password-sign-in) |

\`\`\`mermaid
flowchart LR
  n1[".github/workflows/deploy.yml#35;deploy"]
  n2(["user-password"])
  n3["arm"]
  n1 --> n2
  n2 --> n3
  classDef person stroke:#d1242f,stroke-width:3px
  class n2 person
\`\`\`

3 files read of 5; 1 operation on Azure; 1 problem.

| Signs in as | Places |
| --- | --- |
| \`user-password\` | 1 |

<details><summary>What could not be read</summary>

- \`main.bicep:3\` a string that does not end

</details>
`);
  });

  it('says so when nothing was found, and draws nothing', () => {
    expect(print([])).toContain('No finding.\n\n3 files read');
    expect(print([])).not.toContain('mermaid');
  });

  it('stays below what GitHub takes, and counts what did not fit', () => {
    const long = { ...sampleFinding, message: `\`${'x'.repeat(3000)}\` signs in` };
    const printed = print(Array.from({ length: 1000 }, () => long));
    expect(new TextEncoder().encode(printed).length).toBeLessThanOrEqual(SUMMARY_BYTES_MAX);
    expect(printed).toMatch(/\n\d+ more findings did not fit here\.\n/);
  });

  it('keeps hostile text inside code spans of its own cell', () => {
    fc.assert(
      fc.property(hostile, hostile, (path, message) => {
        const row = print([{ ...sampleFinding, path, message: `\`x\` says @a ${message}` }])
          .split('\n')
          .find(line => line.includes('**Breaks'));
        const [where = '', , what = '', ...rest] = cellsOf(row ?? '');
        expect(rest).toHaveLength(1);
        expect(spanText(where)).toBe(`${visible(path)}:2`);
        expect(spanText(what.replace('**Breaks**: ', ''))).toBe(
          `\`x\` says @a ${visible(message)}`,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('markdown', () => {
  it.each([
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['a|b', '`a\\|b`'],
    ['a\nb', '`a\\nb`'],
    [' ', '` `'],
  ])('writes %j as a code span', (text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });

  it.each([
    ['job `deploy` signs in', 'job `deploy` signs in'],
    ['see www.example.com', '`see www.example.com`'],
    ['fixes GH-12', '`fixes GH-12`'],
    ['commit deadbeef1', '`commit deadbeef1`'],
    ['odd ` tick', '``odd ` tick``'],
    ['<b>', '`<b>`'],
  ])('writes %j so that GitHub links nothing', (text, expected) => {
    expect(sentence(text)).toBe(expected);
  });
});

describe('flowchart', () => {
  const withOperations = (entryPoints: readonly string[]): Report => {
    const report = sampleReport();
    const [operation] = report.operations;
    if (!operation) return report;
    return {
      ...report,
      operations: entryPoints.map(entryPoint => ({ ...operation, entryPoint })),
    };
  };

  it('is not drawn when it would be too wide', () => {
    const many = Array.from({ length: NODES_MAX }, (_, index) => `ci.yml#job-${index}`);
    expect(flowchartOf(withOperations(many))).toBeUndefined();
    expect(flowchartOf(withOperations(many.slice(2)))).toContain('flowchart LR');
    expect(flowchartOf(withOperations([]))).toBeUndefined();
  });

  it('lets no name end its label', () => {
    fc.assert(
      fc.property(hostile, name => {
        const lines = flowchartOf(withOperations([name]))?.split('\n') ?? [];
        expect(lines).toHaveLength(8);
        expect(lines[1]).toMatch(/^ {2}n1\["[\p{L}\p{N} ./_…#;-]*"\]$/u);
      }),
      { numRuns: 200 },
    );
  });
});
