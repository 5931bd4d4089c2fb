//! Comments that accept a finding, in the forms of each kind of file.

import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';
import { textFile } from './input.ts';

function scan(path: string, text: string) {
  const { findings, dismissed, remarks } = analyse({
    version: '1.0.0',
    files: [textFile(path, text)],
    elapsedMs: () => 0,
    today: '2027-05-31',
  });
  return {
    found: findings.map(it => it.line),
    accepted: dismissed.map(it => [it.line, 'reason' in it.dismissal ? it.dismissal.reason : '']),
    remarks: remarks.map(it => `${it.line}: ${it.message}`),
  };
}

const LOGIN = 'az login -u ann@contoso.com -p "$PASSWORD"';
const ACCEPT = 'mfa-ready: accept user-password-sign-in';

test.each([
  ['above', `# ${ACCEPT}: moves in June\n\n# so it is\n${LOGIN}\n`, 4],
  ['at the end of the line', `${LOGIN} # ${ACCEPT}: moves in June\n`, 1],
  [
    'with others',
    `# mfa-ready: accept ambient-terraform, user-password-sign-in: moves in June\n${LOGIN}\n`,
    2,
  ],
  ['until today', `# ${ACCEPT} until 2027-05-31: moves in June\n${LOGIN}\n`, 2],
])('A comment accepts what it stands beside: %s', (_name, text, line) => {
  expect(scan('a.sh', text)).toEqual({
    found: [],
    accepted: [[line, 'moves in June']],
    remarks: [],
  });
});

test.each([
  ['a.ps1', `# ${ACCEPT}: why\nConnect-AzAccount -Credential $c\n`],
  ['a.ps1', `<# ${ACCEPT}: why #>\nConnect-AzAccount -Credential $c\n`],
  ['a.cmd', `REM ${ACCEPT}: why\ncall az login -u ann@contoso.com -p x\n`],
  ['a.cmd', `:: ${ACCEPT}: why\ncall az login -u ann@contoso.com -p x\n`],
  ['Jenkinsfile', `node {\n  // ${ACCEPT}: why\n  sh 'az login -u ann@contoso.com -p x'\n}\n`],
  ['Dockerfile', `FROM debian\n# ${ACCEPT}: why\nRUN az login -u ann@contoso.com -p x\n`],
  [
    '.gitlab-ci.yml',
    `job:\n  script:\n    # ${ACCEPT}: why\n    - az login -u ann@contoso.com -p x\n`,
  ],
  ['a.py', `import os\n# ${ACCEPT}: why\nos.system("az login -u ann@contoso.com -p x")\n`],
  [
    'a.mjs',
    `import { execSync } from 'node:child_process';\n/* ${ACCEPT}: why */\nexecSync('az login -u ann@contoso.com -p x');\n`,
  ],
])('%s: %j', (path, text) => {
  const { found, accepted, remarks } = scan(path, text);
  expect(found).toEqual([]);
  expect(accepted.map(it => it[1])).toEqual(['why']);
  expect(remarks).toEqual([]);
});

test.each([
  ['without a reason', `# ${ACCEPT}\n${LOGIN}\n`, /^1: this comment gives no reason; the form is/],
  [
    'of an unknown rule',
    `# mfa-ready: accept user-pasword-sign-in: why\n${LOGIN}\n`,
    /did you mean `user-password-sign-in`/,
  ],
  [
    'that says something else',
    `# mfa-ready: ignore this\n${LOGIN}\n`,
    /^1: this comment accepts nothing/,
  ],
  [
    'that ran out',
    `# ${ACCEPT} until 2027-05-30: why\n${LOGIN}\n`,
    /^1: this comment accepted a finding until 2027-05-30; it counts again$/,
  ],
])('A comment %s accepts nothing, and is told', (_name, text, remark) => {
  const { found, remarks } = scan('a.sh', text);
  expect(found).toEqual([2]);
  expect(remarks).toEqual([expect.stringMatching(remark)]);
});

test('A comment that is of no use is told', () => {
  expect(scan('a.sh', `# ${ACCEPT}: why\naz login --identity\n`).remarks).toEqual([
    '1: this comment accepts nothing that is found: take it out',
  ]);
});

test.each([
  ['what is no comment there', 'a.sh', `// ${ACCEPT}: why\n${LOGIN}\n`],
  ['a text', 'a.sh', `echo "${ACCEPT}: why"\n${LOGIN}\n`],
])('%s accepts nothing', (_name, path, text) => {
  expect(scan(path, text)).toEqual({ found: [2], accepted: [], remarks: [] });
});
