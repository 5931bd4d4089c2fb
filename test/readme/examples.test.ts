//! The reader of READMEs: what it takes as an expectation, and what it refuses.

import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport } from '../../src/report/sample-report.ts';
import { differencesOf } from './compare.ts';
import { examplesOf, expectedInComments } from './examples.ts';
import { withUnitTable } from './unit-table.ts';

const README = `# Title

Prose with \`code\`.

## A password is reported

\`deploy.sh\`

\`\`\`bash
#!/bin/bash
az login -u me -p "$PASS" # signs in as: user-password # finding: [user-password-sign-in]
\`\`\`

\`scripts/main.bicep\`
\`\`\`bicep
x: 1 // acts as: ambient, none
\`\`\`

\`\`\`expect
deploy.sh:3 problem: a \`fi\` is missing
\`\`\`

\`\`\`report
old
\`\`\`
`;

describe('examples', () => {
  it('reads files, comments, expect blocks and the report', () => {
    const [example, ...rest] = examplesOf(README);
    expect(rest).toEqual([]);
    expect(example?.heading).toBe('A password is reported');
    expect([...(example?.files.keys() ?? [])]).toEqual(['deploy.sh', 'scripts/main.bicep']);
    expect(example?.expectations).toEqual([
      { kind: 'signs in as', path: 'deploy.sh', line: 2, values: ['user-password'] },
      { kind: 'finding', path: 'deploy.sh', line: 2, values: ['user-password-sign-in'] },
      { kind: 'acts as', path: 'scripts/main.bicep', line: 1, values: ['ambient', 'none'] },
      { kind: 'problem', path: 'deploy.sh', line: 3, values: ['a `fi` is missing'] },
    ]);
    expect(example?.report?.text).toBe('old\n');
  });

  it.each([
    ['az login # finding: [a, b]', [['a', 'b']]],
    ['az login # finding: []', [[]]],
    ['x // problem: no `# here`', [['no `# here`']]],
    ['<a/> <!-- # signs in as: none -->', [['none']]],
    ['az login # signs in', []],
  ])('takes from %j', (line, values) => {
    expect(expectedInComments('a', line).map(it => it.values)).toEqual(values);
  });

  it.each([
    ['# A\n`a.sh`\n```\naz # sings: x # signs as: user\n```\n', /misspelt/],
    ['# A\n`a.sh`\n```\naz # finding [a]: x\n', /does not end/],
    ['# A\n`a.sh`\n```\n```\n`a.sh`\n```\n```\n', /twice/],
    ['# A\n`a.sh`\n```\n```\n```expect\na.sh signs in as: x\n```\n', /is expected/],
  ])('refuses %j', (readme, sentence) => {
    expect(() => examplesOf(readme)).toThrow(sentence);
  });
});

describe('the table of units', () => {
  const readme = '# Layer\n\n<!-- units -->\nold\n<!-- /units -->\n\nEnd.\n';

  it('has the first sentence of each README, in order', () => {
    const units = [
      { id: 'b', readme: '# B\n\nSecond `b.c`, with\na | line. More.\n' },
      { id: 'a', readme: '# A\n\nFirst.\n\n## An example\n' },
    ];
    expect(withUnitTable(readme, units)).toBe(
      '# Layer\n\n<!-- units -->\n\n| folder | |\n| --- | --- |\n' +
        '| [a](a/README.md) | First. |\n| [b](b/README.md) | Second `b.c`, with a \\| line. |\n\n<!-- /units -->\n\nEnd.\n',
    );
  });

  it('is left alone where there is no place for one', () => {
    expect(withUnitTable('# Layer\n', [])).toBe('# Layer\n');
  });
});

describe('differences', () => {
  const example = (comments: string): Parameters<typeof differencesOf>[0] => ({
    heading: 'A claim',
    line: 1,
    files: new Map(),
    explanations: [],
    expectations: comments
      .split('\n')
      .flatMap((line, index) =>
        expectedInComments('scripts/deploy.sh', line).map(it => ({ ...it, line: index + 1 })),
      ),
  });
  const report = { ...sampleReport([sampleFinding]), problems: [] };

  it('are none when all is as expected', () => {
    const comments = '\n# signs in as: user-password # finding: [user-password-sign-in]\n';
    expect(differencesOf(example(comments), report)).toEqual([]);
    expect(differencesOf(example(`${comments}# acts as: user-password`), report)).toEqual([]);
  });

  it('say what was expected and what was found', () => {
    expect(differencesOf(example('# acts as: ambient\n# signs in as: ambient'), report)).toEqual([
      'scripts/deploy.sh:1 acts as: expected `ambient`, found nothing',
      'scripts/deploy.sh:2 signs in as: expected `ambient`, found `user-password`',
      'scripts/deploy.sh:2 finding: expected nothing, found `user-password-sign-in`',
    ]);
  });

  it('count problems in both directions', () => {
    const problems = [{ path: 'scripts/deploy.sh', line: 1, message: 'a `fi` is missing' }];
    const silent = { ...report, findings: [], signIns: [], problems };
    expect(differencesOf(example('# problem: `fi` is'), silent)).toEqual([]);
    expect(differencesOf(example('# problem: else'), silent)).toHaveLength(2);
  });
});
