//! What makes two values the same one.

import { expect, it } from 'vitest';
import { nameHandles, originHandles } from './handles.ts';
import { ABSENT, known, type Unknown, type Value } from './value.ts';

const at = { path: 'infra/a.tf', start: 1, end: 2 };

const unknown = (why: Unknown): Value<string> => ({ kind: 'unknown', why, at, via: [] });

const source = (text: string): Value<string> => unknown({ kind: 'not-evaluated', text });

it.each<[Value<string>, readonly string[]]>([
  [known('Ana@Contoso.com', at), ['name ana@contoso.com']],
  [known(' ', at), []],
  [ABSENT, []],
  [source('azuread_user.a[0].object_id'), ['source infra azuread_user.a.object_id']],
  [source('$(az ad user create …)'), ['source infra $(az ad user create …)']],
  [source('$(…)'), []],
  [source('each.value.object_id'), []],
  [source('one of many values'), []],
  [source(`a.${'b'.repeat(60)}`), []],
  [unknown({ kind: 'held-by-platform', name: 'secrets.A' }), ['held-by-platform infra secrets.A']],
])('a name %j', (value, expected) => {
  expect(nameHandles(value, 'folder')).toEqual(expected);
});

it('knows a secret by its place, never by its text', () => {
  expect(originHandles(known('hunter2', at), 'folder')).toEqual(['place infra/a.tf 1 2']);
});

it('keeps the names of one script to it', () => {
  const value = unknown({ kind: 'not-in-repository', name: 'P' });
  expect(originHandles(value, 'file')).toEqual(['not-in-repository infra/a.tf P']);
});
