import { expect, it } from 'vitest';
import { known, textOf, type Value } from '../domain/value.ts';
import { type TemplateValues, valuesInObject, valuesInOptions } from './template-values.ts';

const at = { path: 'deploy.yml', start: 0, end: 1 };

const shown = ({ inputs, valueFiles }: TemplateValues): string =>
  [
    ...[...inputs].map(([name, it]) => `${name}=${textOf(it) ?? '?'}`),
    ...valueFiles.map(() => 'more'),
  ].join(' ');

it.each<[string, string]>([
  ['-a b -c "d e"', 'a=b c=d e'],
  ['-how --identity', 'how=--identity'],
  ['-last', ''],
  ['', ''],
])('options %j', (text, expected) => {
  expect(shown(valuesInOptions(known(text, at)))).toBe(expected);
});

it.each<[Value<string>, string]>([
  [known('{"a": "b", "c": 1, "d": null}', at), 'a=b c=1 d='],
  [known('{"a": {"value": "b"}, "c": {"reference": {}}}', at), 'a=b c=?'],
  [known('a: b', at), 'more'],
  [known('', at), ''],
  [{ kind: 'unknown', why: { kind: 'held-by-platform', name: 'vars.X' }, at, via: [] }, 'more'],
])('objects %o', (value, expected) => {
  expect(shown(valuesInObject(value))).toBe(expected);
});
