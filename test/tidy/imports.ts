//! Who may import whom: the arrows of `src/README.md`, which all run one way.

import { type Import, importsOf, isGenerated, isTest, layerOf, type Sources } from './sources.ts';

interface Layer {
  /** Other layers it may import. */
  readonly layers: readonly string[];
  /** Packages it may import, by the start of their names. */
  readonly packages: readonly string[];
  /** Folders in it are units, which never import one another. */
  readonly hasUnits: boolean;
}

const layer = (
  layers: readonly string[],
  packages: readonly string[] = [],
  hasUnits = false,
): Layer => ({ layers, packages, hasUnits });

const UNITS = ['surfaces', 'sign-ins', 'operations', 'rules'];

export const LAYERS: Readonly<Record<string, Layer>> = {
  domain: layer([]),
  languages: layer(['domain'], ['yaml', 'unbash']),
  surfaces: layer(['domain', 'languages'], [], true),
  'sign-ins': layer(['domain'], [], true),
  operations: layer(['domain'], [], true),
  enforcement: layer(['domain']),
  resolve: layer(['domain']),
  rules: layer(['domain', 'enforcement'], [], true),
  report: layer(['domain'], ['zod']),
  engine: layer(
    ['domain', ...UNITS, 'enforcement', 'resolve'],
    ['node:crypto', 'yaml', 'zod', 'picomatch'],
  ),
  hosts: layer(['domain', 'engine', 'report'], ['node:', '@actions/', 'diff', 'zod']),
  build: layer(
    ['domain', 'languages', ...UNITS, 'enforcement', 'resolve', 'report', 'engine', 'hosts'],
    ['node:', 'esbuild', 'zod', '@azure/bicep-types', 'typescript'],
  ),
};

/** One sentence for each import that runs the wrong way. Tests import what they like. */
export function importProblems(sources: Sources): readonly string[] {
  return [...sources].flatMap(([path, text]) => {
    const name = layerOf(path);
    if (name === undefined || isTest(path) || isForTests(path, text)) return [];
    const rules = LAYERS[name];
    if (!rules) return [`${path}: \`${name}\` is not a folder of src/README.md`];
    return importsOf(path, text).flatMap(it => problemOf(path, name, rules, it) ?? []);
  });
}

/** Data and builders that only tests use say so in their name or in their first line. */
const isForTests = (path: string, text: string): boolean =>
  path.endsWith('.test-data.ts') ||
  /^\/\/! .*\bfor (?:the .*)?tests\b/.test(text.split('\n', 1)[0] ?? '');

function problemOf(path: string, name: string, rules: Layer, it: Import): string | undefined {
  if (it.target === undefined) return packageProblem(path, name, rules, it);
  if (it.target === 'package.json' && (name === 'hosts' || name === 'build')) return undefined;
  if (!/\.(?:ts|json)$/.test(it.target))
    return `${path} imports \`${it.specifier}\` without its ending`;
  const other = layerOf(it.target);
  if (other === undefined) return `${path} imports ${it.target}, which is not in src`;
  if (other === name) return unitProblem(path, name, rules, it.target);
  if (rules.layers.includes(other)) return undefined;
  if (isGenerated(path) && name === 'engine' && other === 'languages') return undefined;
  const allowed = rules.layers.length > 0 ? rules.layers.join(', ') : 'nothing';
  return `${path} imports ${it.target}: ${name} may import ${allowed}`;
}

function packageProblem(path: string, name: string, rules: Layer, it: Import): string | undefined {
  const isAllowed = rules.packages.some(start => it.specifier.startsWith(start));
  if (!isAllowed) {
    const why = it.specifier.startsWith('node:')
      ? 'only hosts and build do IO'
      : 'see src/README.md';
    return `${path} imports \`${it.specifier}\`: ${name} may not; ${why}`;
  }
  return it.specifier === 'zod' && name === 'report' && path !== 'src/report/json-schema.ts'
    ? `${path} imports \`zod\`, which is not shipped: take the type from json-schema.ts`
    : undefined;
}

function unitProblem(path: string, name: string, rules: Layer, target: string): string | undefined {
  const own = unitOf(path);
  const other = unitOf(target);
  return rules.hasUnits && other !== undefined && own !== other
    ? `${path} imports ${target}: units of ${name} never import one another`
    : undefined;
}

const unitOf = (path: string): string | undefined => /^src\/[^/]+\/([^/]+)\//.exec(path)?.[1];

/** One sentence for each import that would carry zod into what is shipped. */
export function schemaProblems(sources: Sources): readonly string[] {
  return [...sources].flatMap(([path, text]) => {
    if (isTest(path) || layerOf(path) === 'build' || isForTests(path, text)) return [];
    return importsOf(path, text)
      .filter(it => it.target === 'src/report/json-schema.ts' && !it.isType)
      .map(() => `${path} imports json-schema.ts: only its types, with \`import type\``);
  });
}

/** One sentence for each file of src that nothing leads to. */
export function unreachedProblems(sources: Sources): readonly string[] {
  const shipped = reachedFrom(sources, path => /^src\/(?:hosts|build)\/|^bench\//.test(path));
  const tested = reachedFrom(sources, path => isTest(path) || path.startsWith('test/'));
  return [...sources].flatMap(([path, text]) => {
    if (!path.startsWith('src/') || isTest(path) || shipped.has(path)) return [];
    if (!tested.has(path)) return [`${path} is reached from no host, build or test: delete it`];
    if (isForTests(path, text)) return [];
    return [`${path} is used by tests only: delete it, or say \`for tests\` in its first line`];
  });
}

function reachedFrom(sources: Sources, isRoot: (path: string) => boolean): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...sources.keys()].filter(path => isRoot(path) && path.endsWith('.ts'));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const text = sources.get(path) ?? '';
    waiting.push(...importsOf(path, text).flatMap(it => it.target ?? []));
  }
  return reached;
}
