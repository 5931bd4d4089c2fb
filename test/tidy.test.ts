//! The house rules: what a reviewer would say every time, said by a program.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importProblems, LAYERS, schemaProblems, unreachedProblems } from './tidy/imports.ts';
import { readSources } from './tidy/sources.ts';
import { styleProblems } from './tidy/style.ts';

const root = join(import.meta.dirname, '..');
const folders = ['src', 'test', 'bench'].filter(folder => existsSync(join(root, folder)));
const sources = readSources(root, folders);

const foldersIn = (path: string): string[] =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(entry => `${path}/${entry.name}`)
    : [];

describe('the project', () => {
  it('has imports that run one way', () => {
    expect(importProblems(sources)).toEqual([]);
  });

  it('ships no zod', () => {
    expect(schemaProblems(sources)).toEqual([]);
  });

  it('has no file that nothing leads to', () => {
    expect(unreachedProblems(sources)).toEqual([]);
  });

  it('keeps the style of the house', () => {
    expect([...sources].flatMap(([path, text]) => styleProblems(path, text))).toEqual([]);
  });

  it('explains every layer and every unit in a README beside it', () => {
    const layers = foldersIn('src');
    const units = ['languages', 'surfaces', 'sign-ins', 'operations', 'rules'].flatMap(layer =>
      foldersIn(`src/${layer}`),
    );
    const missing = [...layers, ...units].filter(it => !existsSync(join(root, it, 'README.md')));
    expect(missing).toEqual([]);
  });

  it('has every file that a page links to', () => {
    const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'fixtures/README.md'].concat(
      readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
        .filter(path => path.endsWith('README.md'))
        .map(path => `src/${path}`),
    );
    const broken = pages.flatMap(page =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)\)/g)]
        .filter(([, target = '']) => !existsSync(join(root, page, '..', target)))
        .map(([, target]) => `${page} links to ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('has the folders of the picture in src/README.md', () => {
    expect(
      foldersIn('src')
        .map(it => it.slice('src/'.length))
        .sort(),
    ).toEqual(Object.keys(LAYERS).sort());
  });
});

describe('the check of imports', () => {
  it.each([
    ['src/domain/a.ts', "import { b } from '../rules/x/x.ts';", /domain may import nothing/],
    ['src/rules/x/x.ts', "import { b } from '../../report/text.ts';", /rules may import domain/],
    ['src/rules/x/x.ts', "import type { b } from '../y/y.ts';", /never import one another/],
    ['src/rules/x/x.ts', "import { readFileSync } from 'node:fs';", /only hosts and build do IO/],
    ['src/rules/x/x.ts', "const a = await import('node:fs');", /only hosts and build do IO/],
    ['src/resolve/a.ts', "export { b } from 'yaml';", /resolve may not/],
    ['src/resolve/a.ts', "import {\n  b,\n} from '../surfaces/x/x.ts';", /resolve may import/],
    ['src/engine/a.ts', "import { b } from '../languages/x/x.ts';", /engine may import/],
    ['src/report/a.ts', "import { z } from 'zod';", /not shipped/],
    ['src/report/a.ts', "import { b } from './b';", /without its ending/],
    ['src/misc/a.ts', '', /not a folder/],
  ])('finds what %s does wrong in %j', (path, text, sentence) => {
    const problems = importProblems(new Map([[path, text]]));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });

  it.each([
    ['src/engine/registry.gen.ts', "import { b } from '../languages/x/x.ts';"],
    ['src/rules/x/x.ts', "import { b } from './y.ts';"],
    ['src/rules/x/x.ts', "import { b } from '../shared.ts';"],
    ['src/rules/x/x.test.ts', "import { b } from 'vitest';"],
    ['src/hosts/a.ts', "import { b } from 'node:fs';"],
  ])('lets %s say %j', (path, text) => {
    expect(importProblems(new Map([[path, text]]))).toEqual([]);
  });

  it('finds a schema that would be shipped, and files that nothing needs', () => {
    const planted = new Map([
      ['src/report/json.ts', "import { reportSchema } from './json-schema.ts';"],
      ['src/report/dead.ts', ''],
      ['src/report/tested.ts', ''],
      ['src/report/tested.test.ts', "import './tested.ts';"],
      ['src/hosts/cli.ts', "import { json } from '../report/json.ts';"],
    ]);
    expect(schemaProblems(planted)).toHaveLength(1);
    expect(unreachedProblems(planted)).toEqual([
      expect.stringMatching(/dead\.ts is reached from no/),
      expect.stringMatching(/tested\.ts is used by tests only/),
    ]);
  });
});

describe('the check of style', () => {
  const head = '//! A file.\n';

  it.each([
    ['a.ts', 'const a = 1;\n', /must begin with/],
    ['someFile.ts', head, /kebab-case/],
    ['utils.ts', head, /says nothing/],
    ['a.ts', `${head}${'\n'.repeat(200)}`, /has 201 lines/],
    ['a.ts', `${head}function f() {\n${'  a();\n'.repeat(39)}}\n`, /`f` with 41 lines/],
    ['a.ts', `${head}export default 1;\n`, /default export/],
    ['a.ts', `${head}class Reader {}\n`, /only errors are classes/],
    ['a.ts', `${head}const a = b as string;\n`, /line 2 casts/],
    ['a.ts', `${head}const a = b!.c;\n`, /line 2 has a `!`/],
  ])('finds what is wrong in %s: %.60j', (path, text, sentence) => {
    const problems = styleProblems(`src/domain/${path}`, text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });

  it.each([
    ['a.ts', 'export class UsageError extends Error {}\n'],
    ['a.ts', 'const a = [1] as const;\nconst b = !a;\n'],
    ['a.ts', "import type { A as B } from './b.ts';\nimport { type C as D } from './c.ts';\n"],
    ['a.ts', "interface A {\n  /** It is as long as B! */\n  b: 'as is';\n}\n"],
    ['a.ts', '// said as an aside!\nconst a = "as it is!";\n'],
    ['arm-data.ts', '\n'.repeat(300)],
    ['a.ts', `function f() {\n${'  a();\n'.repeat(38)}}\n`],
  ])('lets %s say %.60j', (path, text) => {
    expect(styleProblems(`src/domain/${path}`, head + text)).toEqual([]);
  });
});
