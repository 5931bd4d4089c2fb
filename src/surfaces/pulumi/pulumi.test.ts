//! Projects, stacks and programs of Pulumi as steps.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { pulumi } from './pulumi.ts';

const routinesOf = (text: string, path: string) =>
  pulumi
    .extract(sourceFile(path, text))
    .declarations.flatMap(it => (it.kind === 'routine' ? [it] : []));

const bodyOf = (text: string, path = 'infra/Pulumi.yaml'): readonly string[] =>
  routinesOf(text, path).flatMap(it => outline(it.body).split('\n'));

it.each([
  ['Pulumi.yaml', true],
  ['infra/Pulumi.dev.yaml', true],
  ['infra/Pulumi.acme.dev.yml', true],
  ['pulumi.txt', false],
  ['MyPulumi.yaml', false],
])('%s is one: %s', (path, expected) => {
  expect(pulumi.matches(path, '')).toBe(expected);
});

it('makes every stack a part of its project', () => {
  const [stack] = routinesOf('config: { azure-native:clientId: a }', 'infra/Pulumi.dev.yaml');
  expect(stack?.path).toBe('infra');
  expect(stack?.body).toMatchObject([{ kind: 'scope', onlyUnder: ['dev'] }]);
});

it.each<readonly [string, readonly string[]]>([
  ['config: { aws:region: a }', []],
  [
    'config: { azure-native:clientId: a, azure-native:clientSecret: { secure: b }, azuread:x: c }',
    [
      'construct pulumi-provider {clientId=a, clientSecret=?held by the platform (`Pulumi secret`), provider=azure-native}',
      'construct pulumi-provider {x=c, provider=azuread}',
    ],
  ],
  [
    'config: { azure:useMsi: { value: true } }',
    ['construct pulumi-provider {useMsi=true, provider=azure}'],
  ],
  [
    'resources: { a: { type: "azure-native:resources:ResourceGroup" } }',
    ['construct pulumi-implied-provider {provider=azure-native}'],
  ],
  [
    'resources: { a: { type: "pulumi:providers:azure-native", properties: { clientId: "${b}" } } }',
    ['construct pulumi-provider {clientId=?not evaluated (`b`), provider=azure-native}'],
  ],
  [
    'resources: { a: { type: "command:local:Command", properties: { create: "x ${y.z}", delete: w, dir: d, environment: { E: f } } } }',
    [
      'scope in join(module-folder() + /d) E=f',
      '  bash x «?not evaluated (`y.z`)»',
      '  perhaps',
      '    bash w',
    ],
  ],
])('%s', (text, expected) => {
  expect(bodyOf(text)).toEqual(expected);
});

it('reads whatever there is', () => {
  const pieces = [
    'config:',
    '\n',
    '  azure-native:a: ',
    'b',
    'resources:',
    ' type: command:local:Command',
    '{',
    '}',
    '[',
    ']',
    '${',
    'secure:',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void bodyOf(text)));
});
