import { describe, expect, it } from 'vitest';
import { judge, type Question, rankOf, severityOf } from './judge.ts';
import { PHASES, phaseOf } from './phases.ts';
import { CLOUDS } from './scope.ts';

const write: Question = {
  identity: 'user-password',
  effect: 'write',
  audience: 'arm',
  cloud: 'public',
  reach: 'pipeline',
};

describe('judge', () => {
  it.each<[string, Partial<Question>, string]>([
    ['a person writes in a pipeline', {}, 'breaks'],
    ['a runbook counts as unattended too', { reach: 'automation' }, 'breaks'],
    ['what may be a write counts as one', { effect: 'unknown' }, 'breaks'],
    ['what posts a request may pass', { isAction: true }, 'at-risk'],
    ['reading needs no multi-factor authentication', { effect: 'read' }, 'at-risk'],
    ['nothing is visible', { effect: 'not-visible' }, 'at-risk'],
    ['a person runs it by hand', { reach: 'manual' }, 'at-risk'],
    ['Azure Government is not enforced', { cloud: 'us-government' }, 'out-of-scope'],
    ['China is not enforced', { cloud: 'china' }, 'out-of-scope'],
    ['it may be the public cloud', { cloud: 'unknown' }, 'at-risk'],
    ['Microsoft Graph is not covered', { audience: 'microsoft-graph' }, 'out-of-scope'],
    ['Azure DevOps is not covered', { audience: 'azure-devops' }, 'out-of-scope'],
    ['contents of storage are not covered', { audience: 'storage' }, 'out-of-scope'],
    ['it may be Azure Resource Manager', { audience: 'unknown' }, 'at-risk'],
    ['the portal asks at sign-in', { audience: 'portal', effect: 'read' }, 'breaks'],
    ['a kept session may have passed it', { identity: 'user-cached' }, 'at-risk'],
    ['a device code waits', { identity: 'user-device-code', effect: 'read' }, 'breaks'],
    ['a browser waits', { identity: 'user-interactive', cloud: 'china' }, 'breaks'],
    ['a device code by hand', { identity: 'user-device-code', reach: 'manual' }, 'at-risk'],
    ['whoever is signed in', { identity: 'ambient' }, 'at-risk'],
    ['a token', { identity: 'unknown' }, 'undecided'],
    ['a key is no identity', { identity: 'none' }, 'out-of-scope'],
    ['a managed identity', { identity: 'managed-identity' }, 'ready'],
    ['a federated principal', { identity: 'service-principal-federated' }, 'ready'],
    ['a principal with a secret', { identity: 'service-principal-secret' }, 'ready'],
  ])('%s', (_why, question, verdict) => {
    expect(judge({ ...write, ...question })).toBe(verdict);
  });
});

it.each([
  ['breaks', 'pipeline', 'error'],
  ['breaks', 'automation', 'error'],
  ['at-risk', 'pipeline', 'warning'],
  ['at-risk', 'automation', 'warning'],
  ['at-risk', 'manual', 'notice'],
  ['out-of-scope', 'pipeline', 'notice'],
  ['undecided', 'pipeline', 'notice'],
] as const)('%s in %s is an %s', (verdict, reach, severity) => {
  expect(severityOf(verdict, reach)).toBe(severity);
});

it('ranks what breaks as the worst', () => {
  expect(rankOf('breaks')).toBeLessThan(rankOf('at-risk'));
  expect(rankOf('out-of-scope')).toBeLessThan(rankOf('ready'));
});

describe('phases', () => {
  it('cover Azure Resource Manager and the portal, and nothing else', () => {
    expect(PHASES.map(it => [it.number, it.audience])).toEqual([
      [1, 'portal'],
      [2, 'arm'],
    ]);
    expect(phaseOf('sql')).toBeUndefined();
  });

  it('name the applications by their ids', () => {
    const ids = PHASES.flatMap(phase => phase.applications.flatMap(it => it.appId ?? []));
    expect(ids).toContain('04b07795-8ddb-461a-bbee-02f9e1bf7b46');
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('are enforced in the public cloud alone', () => {
    const enforced = Object.entries(CLOUDS).filter(([, it]) => it.isEnforced);
    expect(enforced.map(([cloud]) => cloud)).toEqual(['public']);
  });
});
