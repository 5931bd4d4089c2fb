//! Templates and parameter files: parameters, modules, values, broken text.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../domain/source-file.ts';
import { bicep } from './bicep.ts';
import { resource, routineIn, shown, stepsIn, valuesIn } from './shown.test-data.ts';
import { isLarger } from './size.ts';

it('reads parameters with what stands in for them', () => {
  const text = "param a string\nparam b string = 'x'\n@secure()\nparam c string\n";
  const { parameters } = routineIn(text);
  expect(parameters.map(it => [it.name, it.fallback && shown(it.fallback)])).toEqual([
    ['a', undefined],
    ['b', "'x'"],
    ['c', 'held by the platform (`c`)'],
  ]);
});

describe('modules', () => {
  it.each([
    ["module a './a.bicep' = {\n  params: { x: 1 }\n}", "run './a.bicep' x='1'"],
    [
      "module a 'a/b.bicep' = [for i in range(0, 2): if (true) {\n  name: 'a'\n}]",
      "maybe (run 'a/b.bicep' )",
    ],
    [
      "module a 'br/public:avm/res/web/site:0.1.0' = {}",
      'run not in this repository (`br/public:avm/res/web/site:0.1.0`) ',
    ],
    [
      "module a 'ts:00000000/rg/spec:v1' = {}",
      'run not in this repository (`ts:00000000/rg/spec:v1`) ',
    ],
  ])('%j', (text, expected) => {
    expect(stepsIn(text)).toEqual([expected]);
  });
});

describe('parameter files', () => {
  it('serves the file that it names, with its variables written out', () => {
    const text = `using '../modules/main.bicep'
var prefix = 'app'
param name = '\${prefix}-web'
param password = az.getSecret('s', 'g', 'vault', 'secret')
param user = readEnvironmentVariable('USER_NAME', 'nobody')
`;
    const { serves, values } = valuesIn(text);
    expect(serves).toBe('modules/main.bicep');
    expect(values.map(it => [it.name, shown(it.value)])).toEqual([
      ['name', "'${prefix}-web'<'app'>"],
      ['password', "held by the platform (`az.getSecret('s', 'g', 'vault', 'secret')`)"],
      ['user', "variable:USER_NAME|'nobody'"],
    ]);
  });

  it.each(['using none', "using 'br:example.azurecr.io/a:v1'", "using '../../../a.bicep'"])(
    '%s serves no file of the repository',
    text => expect(valuesIn(text).serves).toBeUndefined(),
  );

  it('does not write out variables without end', () => {
    const names = Array.from({ length: 60 }, (_, i) => `var v${i + 1} = '\${v${i}}\${v${i}}'`);
    const { values } = valuesIn(`var v0 = 'a'\n${names.join('\n')}\nparam p = v60`);
    expect(values.map(it => isLarger(it.value, 1_500))).toEqual([false]);
  });
});

it('keeps what it can of a broken file, and says what is broken', () => {
  const text = `param a string\nvar b = {\n${resource('Microsoft.Web/sites', "properties: { siteConfig: { appSettings: [{ name: 'A', value: 'a' }] } }")}`;
  const { problems } = bicep.extract(sourceFile('main.bicep', text));
  expect(problems.map(it => it.message)).toContain('not read completely: `}` is missing');
  expect(stepsIn(text)).toEqual(["a: app-settings {A='a'}"]);
});

it('never throws, and is not slowed by names that double', () => {
  const piece = fc.constantFrom(
    ...[
      'param p string\n',
      'var x = ',
      "resource a 'Microsoft.Web/sites@1' = ",
      '{',
      '}',
      '[',
      ']',
      '\n',
    ],
    ...[
      'properties: ',
      'siteConfig: ',
      'appSettings: ',
      'name: ',
      "'a'",
      "'${p}'",
      'x',
      'for i in ',
      ': ',
      'concat(',
      ')',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      bicep.extract(sourceFile('a.bicep', pieces.join('')));
      bicep.extract(sourceFile('a.bicepparam', pieces.join('')));
    }),
  );
  const names = Array.from({ length: 60 }, (_, i) => `var v${i + 1} = concat(v${i}, v${i})`);
  const text = `var v0 = [{ name: 'A', value: 'a' }]\n${names.join('\n')}\n${resource('Microsoft.Web/sites', 'properties: { siteConfig: { appSettings: v60 } }')}`;
  expect(stepsIn(text).length).toBeLessThanOrEqual(1);
});

it.each([
  ['main.bicep', true],
  ['env/prod.bicepparam', true],
  ['main.bicep.md', false],
  ['bicepconfig.json', false],
])('matches %s: %s', (path, expected) => {
  expect(bicep.matches(path, '')).toBe(expected);
});
