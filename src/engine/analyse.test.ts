//! A model of one sign-in to a report: order, places, counts, and what is kept out of it.

import { expect, test } from 'vitest';
import { literal } from '../domain/literal.ts';
import type { Report } from '../domain/report.ts';
import type { Rule } from '../domain/rule.ts';
import type { SignInForm } from '../domain/sign-in.ts';
import type { Span } from '../domain/span.ts';
import type { Surface } from '../domain/surface.ts';
import { ABSENT } from '../domain/value.ts';
import { analyse, type Units } from './analyse.ts';
import { textFile } from './input.ts';

/** Every line is a command that signs in as a person; its second word is a password. */
const shell: Surface = {
  id: 'shell',
  title: 'Shell script',
  comments: ['#'],
  matches: path => path.endsWith('.sh'),
  extract({ path, text }) {
    const at = (start: number, length: number): Span => ({ path, start, end: start + length });
    const body = [...text.matchAll(/\S+ \S+/g)].map(({ 0: line, index }) => ({
      kind: 'command' as const,
      words: line
        .split(' ')
        .map(word => literal(word, at(index + line.indexOf(word), word.length))),
      environment: [],
      at: at(index, line.length),
    }));
    const job = { id: 'deploy', title: 'job `deploy`', reach: 'pipeline' as const, body };
    const problems = [{ at: at(text.length, 0), message: `${path} ends here` }];
    return { path, pipelines: [{ ...job, at: at(0, 0) }], declarations: [], problems };
  },
};

const form: SignInForm = {
  id: 'az-login',
  title: '`az login`',
  programs: ['login'],
  read(call) {
    if (call.kind !== 'command') return undefined;
    return {
      form: 'az-login',
      at: call.at,
      identity: 'user-password',
      clientId: ABSENT,
      tenantId: ABSENT,
      covers: 'rest-of-job',
      opens: ['azure-cli'],
      takes: [],
      audience: 'arm',
      cloud: 'public',
      remarks: [],
      ...(call.words[1] ? { secretAt: call.words[1].at } : {}),
    };
  },
};

const rule = (id: string, severity: 'error' | 'warning'): Rule => ({
  id,
  summary: `reports ${id}`,
  check: model =>
    model.signIns.map(({ signIn }) => ({
      severity,
      verdict: 'breaks' as const,
      message: 'signs in as a person',
      at: signIn.at,
      because: [],
      confidence: 'certain' as const,
      fixes: [],
    })),
});

const UNITS: Units = {
  surfaces: [shell],
  languages: [],
  signInForms: [form],
  operationReaders: [],
  rules: [rule('ambient-identity', 'warning'), rule('user-password-sign-in', 'error')],
};

function reportOn(files: Readonly<Record<string, string>>): Report {
  const entries = Object.entries(files).map(([path, text]) => textFile(path, text));
  return analyse({ version: '1.2.3', files: entries, elapsedMs: () => 84.4 }, UNITS);
}

test('The worst comes first, then by place, whatever the order of the files', () => {
  const { findings } = reportOn({ 'b.sh': 'login b', 'a.sh': '\nlogin a\nlogin b' });
  expect(findings.map(it => `${it.severity} ${it.path}:${it.line}:${it.column}`)).toEqual([
    'error a.sh:2:1',
    'error a.sh:3:1',
    'error b.sh:1:1',
    'warning a.sh:2:1',
    'warning a.sh:3:1',
    'warning b.sh:1:1',
  ]);
});

test('Sign-ins and problems are in order of their places', () => {
  const { signIns, problems } = reportOn({ 'b.sh': 'login b', 'a.sh': 'login a\nlogin b\n' });
  expect(signIns.map(it => [it.path, it.line, it.entryPoints])).toEqual([
    ['a.sh', 1, ['a.sh#deploy']],
    ['a.sh', 2, ['a.sh#deploy']],
    ['b.sh', 1, ['b.sh#deploy']],
  ]);
  expect(problems).toEqual([
    { path: 'a.sh', line: 3, message: 'a.sh ends here' },
    { path: 'b.sh', line: 1, message: 'b.sh ends here' },
  ]);
});

test('The summary counts', () => {
  expect(reportOn({ 'a.sh': 'login a', 'README.md': '' }).summary).toEqual({
    files: 2,
    bytes: 7,
    scanned: 1,
    signIns: { 'user-password': 1 },
    findings: { error: 1, warning: 1, notice: 0 },
    durationMs: 84,
  });
});

test('A fingerprint says nothing of a password, and stays when lines move', () => {
  const [first, second] = ['login hunter2', '\n\nlogin correct-horse'].map(text =>
    reportOn({ 'a.sh': text }).findings.map(it => it.fingerprint),
  );
  expect(first).toEqual(second);
  expect(new Set(first).size).toBe(2);
});

test('Sources of findings, and the places of secrets in them, are there for code frames', () => {
  const report = reportOn({ 'a.sh': 'login hunter2', 'b.sh': '' });
  expect([...report.sources.keys()]).toEqual(['a.sh']);
  expect(report.secrets).toEqual([{ path: 'a.sh', start: 6, end: 13 }]);
});

test('Every rule is described, found or not', () => {
  const helpUri =
    'https://github.com/mfa-ready/mfa-ready/tree/main/src/rules/ambient-identity#readme';
  const [first] = reportOn({}).rules;
  expect(first).toEqual({ id: 'ambient-identity', summary: 'reports ambient-identity', helpUri });
});
