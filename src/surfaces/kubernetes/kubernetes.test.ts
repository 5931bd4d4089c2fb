//! Which files are manifests, which containers they hold, and that nothing throws.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { kubernetes } from './kubernetes.ts';

const extract = (text: string) => kubernetes.extract(sourceFile('a.yaml', text));
const HEAD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: p }\n';

it.each([
  [HEAD, true],
  ['# a\napiVersion: v1\nkind: {{ .Values.kind }}\n', true],
  ['a:\n  apiVersion: v1\n  kind: Pod\n', false],
  ['env:\n  AZURE_CLIENT_ID: a\n  AZURE_USERNAME: b\n', true],
  ['env:\n  AZURE_CLIENT_ID: a\n', false],
])('%j: %s', (text, expected) => {
  expect(kubernetes.recognises?.(text, 'deploy.yaml')).toBe(expected);
});

it.each<readonly [string, readonly string[]]>([
  ['spec: { containers: [{ name: a, command: [x] }, { args: [y] }] }', ['Pod/p/a', 'Pod/p/2']],
  [
    'spec: { initContainers: [{ name: a, command: [x] }], containers: [{ name: a, command: [x] }] }',
    ['Pod/p/a', 'Pod/p/a/2'],
  ],
  ['spec: { containers: [{ name: a, image: x }] }', []],
  ['spec: { a: { b: { spec: { containers: [{ name: c, command: [x] }] } } } }', ['Pod/p/c']],
  ['spec: { templates: [{ name: t, container: { image: i, command: [x] } }] }', ['Pod/p/t']],
  ['spec: { tasks: [{ name: t, taskSpec: { steps: [{ script: x }] } }] }', ['Pod/p/t/1']],
  ['spec: { ports: [{ name: a, script: { b: c } }] }', []],
])('%s', (text, expected) => {
  expect(extract(HEAD + text).pipelines.map(it => it.id)).toEqual(expected);
});

it('reads the objects of a list, and no schemas', () => {
  const pod = 'kind: Pod, metadata: { name: q }, spec: { containers: [{ name: a, command: [x] }] }';
  const list = `apiVersion: v1\nkind: List\nitems: [{ ${pod} }]\n`;
  expect(extract(list).pipelines.map(it => it.id)).toEqual(['Pod/q/a']);
  const schema = `apiVersion: v1\nkind: CustomResourceDefinition\nspec: { ${pod} }\n`;
  expect(extract(schema).pipelines).toEqual([]);
});

it('puts in what the container has, and leaves the rest to the shell', () => {
  const spec = `spec: { containers: [{ name: a, env: [{ name: A, value: b }], command: [sh, -c, "x $(A) $(B)"] }] }`;
  const [pipeline] = extract(HEAD + spec).pipelines;
  expect(outline(pipeline?.body ?? [])).toBe('scope machine A=b\n  bash x «<variable A>» $(B)');
});

it('says that plain YAML is broken, and not that a template is', () => {
  expect(extract(`${HEAD}a: "b\n`).problems).toHaveLength(1);
  expect(extract(`${HEAD}a: "{{ b }}\n`).problems).toEqual([]);
});

it('reads whatever there is', () => {
  const pieces = [
    HEAD,
    'spec:\n',
    ' containers:\n',
    '  - name: a\n',
    '    command: [sh, -c, "x"]\n',
    '{{ x }}',
    '---\n',
    ' env:\n',
    '$(A)',
    ': ',
    '- ',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void extract(text)));
});
