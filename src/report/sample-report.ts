//! A small report for the tests of the formats.

import type { Report, ReportedFinding, ReportedSignIn } from '../domain/report.ts';
import { sourceFile } from '../domain/source-file.ts';
import type { Place } from '../domain/span.ts';

export const SAMPLE_PATH = 'scripts/deploy.sh';

export const SAMPLE_TEXT = '#!/bin/bash\naz login -u "$USER" -p hunter2\naz group create -n web\n';

const place = (path: string, line: number, column: number, endColumn: number): Place => ({
  path,
  line,
  column,
  endLine: line,
  endColumn,
});

export const sampleSignIn: ReportedSignIn = {
  ...place(SAMPLE_PATH, 2, 1, 31),
  form: 'az-login',
  identity: 'user-password',
  audience: 'arm',
  cloud: 'public',
  reach: 'pipeline',
  entryPoints: ['.github/workflows/deploy.yml#deploy'],
  confidence: 'certain',
};

export const sampleFinding: ReportedFinding = {
  ...place(SAMPLE_PATH, 2, 1, 31),
  rule: 'user-password-sign-in',
  severity: 'error',
  verdict: 'breaks',
  confidence: 'certain',
  message: 'job `deploy` signs in to Azure with the password of a person',
  because: [
    { ...place('.github/workflows/deploy.yml', 9, 14, 31), message: '`deploy.sh` runs here' },
  ],
  entryPoints: ['.github/workflows/deploy.yml#deploy'],
  fixes: [
    {
      title: 'Replace the password with a federated credential',
      applicability: 'shown',
      edits: [],
    },
  ],
  fingerprint: '1111',
  key: '2222',
  helpUri: 'https://example.com/rules/user-password-sign-in',
};

export function sampleReport(findings: readonly ReportedFinding[] = [sampleFinding]): Report {
  const source = sourceFile(SAMPLE_PATH, SAMPLE_TEXT);
  const secret = SAMPLE_TEXT.indexOf('hunter2');
  return {
    tool: { name: 'mfa-ready', version: '0.1.0' },
    signIns: [sampleSignIn],
    operations: [
      {
        ...place(SAMPLE_PATH, 3, 1, 23),
        tool: 'az group create',
        effect: 'write',
        audience: 'arm',
        identity: 'user-password',
        signIn: 0,
        entryPoint: '.github/workflows/deploy.yml#deploy',
      },
    ],
    findings,
    dismissed: [],
    problems: [{ path: 'main.bicep', line: 3, message: 'a string that does not end' }],
    remarks: [],
    rules: [
      {
        id: 'user-password-sign-in',
        summary: 'Reports sign-ins with the password of a person.',
        helpUri: 'https://example.com/rules/user-password-sign-in',
      },
    ],
    summary: {
      files: 5,
      bytes: 900,
      scanned: 3,
      signIns: { 'user-password': 1 },
      findings: { error: findings.length },
      durationMs: 12,
    },
    sources: new Map([[SAMPLE_PATH, source]]),
    secrets: [{ path: SAMPLE_PATH, start: secret, end: secret + 'hunter2'.length }],
  };
}
