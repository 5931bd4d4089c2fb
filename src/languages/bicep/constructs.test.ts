//! The Bicep reader on every construct of the language.

import { describe, expect, it } from 'vitest';
import { parseBicep } from './parse.ts';

const kinds = (text: string): string[] => parseBicep(text).statements.map(it => it.kind);
const messages = (text: string): string[] => parseBicep(text).errors.map(it => it.message);

const CONSTRUCTS: readonly (readonly [string, string, string])[] = [
  ['target-scope', 'a scope', "targetScope = 'subscription'"],
  ['metadata', 'metadata', "metadata description = 'Deploys.'"],
  ['param', 'a parameter', 'param name string'],
  ['param', 'a default', "param name string = 'web'"],
  ['param', 'decorators', "@description('x')\n@sys.secure()\n@minLength(3)\nparam password string"],
  ['param', 'a literal union', "param sku 'B1' | 'S1' | null = 'B1'"],
  ['param', 'a union over lines', "param sku\n  | 'B1'\n  | 'S1'"],
  ['param', 'a nullable type', 'param tags object?'],
  ['param', 'an array type', 'param names string[][]?'],
  [
    'param',
    'an object type',
    "param site {\n  @secure()\n  name: string\n  'a-b': int?\n  *: bool\n}",
  ],
  ['param', 'decorators in a line', "param pair [@description('x'), string, int]"],
  ['param', 'a tuple type', 'param pair [\n  string\n  int\n]'],
  [
    'param',
    'a generic type',
    "param x resourceInput<'Microsoft.Web/sites@2024-04-01'>.properties.siteConfig",
  ],
  ['param', 'a part of a type', 'param x settings.*.name[*][0]'],
  ['param', 'a resource type', "param site resource 'Microsoft.Web/sites@2024-04-01'"],
  ['param', 'a negative literal', 'param x -1 | 2'],
  ['param', 'a value of a parameter file', "param name = 'web'"],
  ['variable', 'a variable', "var name = 'web'"],
  ['variable', 'a typed variable', "var name string = 'web'"],
  ['variable', 'an exported variable', "@export()\nvar name = 'web'"],
  ['output', 'an output', 'output id string = site.id'],
  ['type', 'a type', "type sku = 'B1' | 'S1'"],
  ['type', 'a recursive type', "@discriminator('kind')\ntype node = {\n  next: node?\n}"],
  ['function', 'a function', "func full(a string, b int?) string => '${a}${b}'"],
  ['function', 'a function over lines', 'func one() int =>\n  1'],
  ['import', 'names', "import { sku, size as newSize } from 'types.bicep'"],
  ['import', 'names over lines', "import {\n  sku\n  'a-b' as size\n} from 'types.bicep'"],
  ['import', 'everything', "import * as shared from 'types.bicep'"],
  ['extension', 'an extension', 'extension microsoftGraphV1'],
  [
    'extension',
    'its reference and alias',
    "extension 'br:mcr.microsoft.com/graph/v1.0:0.2.0' as graph",
  ],
  [
    'extension',
    'its configuration',
    "extension kubernetes with {\n  namespace: 'default'\n} as k8s",
  ],
  ['extension', 'the old words', "provider 'kubernetes@1.0.0' with {}"],
  ['extension', 'the oldest words', "import 'kubernetes@1.0.0' as k8s"],
  ['extension-config', 'a configuration of its own', 'extensionConfig k8s with {\n  a: 1\n}'],
  [
    'resource',
    'a resource',
    "resource site 'Microsoft.Web/sites@2024-04-01' = {\n  name: 'web'\n}",
  ],
  [
    'resource',
    'an existing one',
    "resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {\n  name: 'v'\n}",
  ],
  ['resource', 'a condition', "resource a 'B/c@1' = if (deploy) {\n  name: 'a'\n}"],
  [
    'resource',
    'a condition on the next line',
    "resource a 'B/c@1' =\n  if (deploy) {\n  name: 'a'\n}",
  ],
  ['resource', 'a loop', "resource a 'B/c@1' = [for name in names: {\n  name: name\n}]"],
  [
    'resource',
    'an indexed loop with a condition',
    "resource a 'B/c@1' = [for (name, i) in names: if (i > 0) {\n  name: name\n}]",
  ],
  [
    'resource',
    'a nested one',
    "resource a 'B/c@1' = {\n  name: 'a'\n\n  @batchSize(1)\n  resource b 'd' = [for x in y: {\n    name: x\n  }]\n}",
  ],
  [
    'module',
    'a module',
    "module web './web.bicep' = {\n  name: 'web'\n  scope: resourceGroup('rg')\n  params: {\n    name: 'web'\n  }\n}",
  ],
  [
    'module',
    'one of a registry',
    "module web 'br/public:avm/res/web/site:0.1.0' = if (true) {\n  name: 'web'\n}",
  ],
  ['assert', 'an assertion', 'assert isLong = length(name) > 3'],
  ['test', 'a test', "test a 'main.bicep' = {\n  params: {}\n}"],
  ['using', 'a template', "using './main.bicep'"],
  ['using', 'no template', 'using none'],
  ['using', 'a stack', "using './main.bicep' with {\n  mode: 'stack'\n}"],
  ['extends', 'another parameter file', "extends './shared.bicepparam'"],
];

const EXPRESSIONS: readonly (readonly [string, string])[] = [
  ['arithmetic', '-1 + 2 * 3 / (4 % 5) - +6'],
  ['comparisons', 'a < b && c >= d || e =~ f && g !~ h || i != j'],
  ['negation', '!empty(a) && !!b'],
  ['coalescing', "a ?? b ?? 'c'"],
  ['a conditional', 'a ? b : c ? d : e'],
  ['a conditional over lines', 'a\n  ? b\n  : c\n    ? d\n    : e'],
  ['a conditional with late signs', 'a ?\n  b :\n  c'],
  ['operators over lines', '(a\n  && b\n  || c)'],
  ['operators at line ends', '(a ||\n  b)'],
  ['safe access', "a.?b.?c[?'d'].e[^1]"],
  ['the assertion that it is there', 'a!.b'],
  ['a nested resource', 'a::b::c.id'],
  ['a namespace', 'az.resourceGroup().location'],
  ['a method', "vault.getSecret('name', 'version')"],
  ['a lambda', 'map(names, name => toUpper(name))'],
  ['a lambda of two', 'sort(names, (a, b) => a < b)'],
  ['a lambda of none over lines', 'f(() =>\n  1)'],
  ['spread', '{\n  ...defaults\n  a: [\n    ...items\n    1\n  ]\n}'],
  ['an object on a line', "{ a: 1, 'b-c': 2, '${d}': 3 }"],
  ['an array on a line', '[1, 2, 3]'],
  ['arguments over lines', 'f(\n  1,\n  2\n)'],
  ['a loop', '[for i in range(0, 3): i]'],
  ['a loop over lines', '[\n  for (item, i) in items: {\n    name: item\n  }\n]'],
  ['interpolation in interpolation', "'a${b ? 'c${d}' : '}'}e'"],
  ['an object in interpolation', "'${string({ a: { b: 1 } })}'"],
  ['a multi-line string', "'''\naz login\n'''"],
  ['an interpolated multi-line string', "$'''a ${b} c'''"],
  ['one with two dollars', "$$'''a ${b} $${c}'''"],
  ['comments', '{ // a\n  /* b */ a: 1 /* c\n */\n  #disable-next-line no-hardcoded\n  b: 2\n}'],
];

describe('constructs', () => {
  it.each(CONSTRUCTS)('%s: %s', (kind, _, text) => {
    expect(messages(text)).toEqual([]);
    expect(kinds(text)).toEqual([kind]);
    expect(kinds(`${text}\r\n\r\n// end\r\n${text}\r\n`)).toEqual([kind, kind]);
  });

  it.each(EXPRESSIONS)('%s', (_, text) => {
    expect(messages(`var x = ${text}\nvar y = 1`)).toEqual([]);
    expect(kinds(`var x = ${text}\nvar y = 1`)).toEqual(['variable', 'variable']);
  });

  it('keeps comments apart', () => {
    const text = '// one\nvar a = 1 /* two */\n#disable-diagnostics x\n';
    const comments = parseBicep(text).comments.map(it => text.slice(it.start, it.end));
    expect(comments).toEqual(['// one', '/* two */', '#disable-diagnostics x']);
  });
});
