//! Everything that `dist` holds, written to a folder: the same bytes from the same sources, on every machine.

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { rules } from '../engine/registry.gen.ts';
import { jsonSchemaOfSettings } from '../engine/settings/schema.ts';
import { jsonSchemaOfReport } from '../report/json-schema.ts';
import { licensesOf } from './licenses.ts';

const DOCUMENTED = ['operations', 'rules', 'sign-ins', 'surfaces'];

const HASHED = /-[A-Z0-9]{8}\.js$/;

/** What a chunk is called, by the first of these that it holds; others keep the name that esbuild gives. */
const STEMS = [
  ['src/hosts/command.ts', 'command'],
  ['src/hosts/version.ts', 'version'],
  ['src/hosts/today.ts', 'today'],
  ['src/engine/', 'engine'],
  ['node_modules/undici/', 'http'],
] as const;

/** Some dependencies are CommonJS and call `require`, which an ES module has not. */
const BANNER =
  "import { createRequire as createRequireOfBundle } from 'node:module';\n" +
  'const require = createRequireOfBundle(import.meta.url);';

/** What was in `folder` is gone. */
export async function bundle(root: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const inputs = await writePrograms(root, folder);
  writeFileSync(join(folder, 'package.json'), jsonText({ type: 'module' }));
  writeFileSync(join(folder, 'report.schema.json'), jsonText(jsonSchemaOfReport()));
  const ruleIds = rules.map(it => it.id);
  writeFileSync(join(folder, 'settings.schema.json'), jsonText(jsonSchemaOfSettings(ruleIds)));
  writeFileSync(join(folder, 'licenses.txt'), licensesOf(root, inputs));
  for (const kind of DOCUMENTED) copyReadmes(join(root, 'src', kind), join(folder, 'docs', kind));
}

/** Gives the files that went into them, relative to `root`. */
async function writePrograms(root: string, folder: string): Promise<readonly string[]> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/hosts/cli.ts', 'src/hosts/action.ts'],
    outdir: folder,
    write: false,
    bundle: true,
    // Both programs are mostly the same engine: without this it would be there twice.
    splitting: true,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: BANNER },
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    plugins: [versionOnly(root)],
    logLevel: 'warning',
  });
  const names = chunkNames(metafile);
  for (const { path, text } of outputFiles) {
    writeFileSync(join(folder, renamed(basename(path), names)), renamed(text, names));
  }
  chmodSync(join(folder, 'cli.js'), 0o755);
  return Object.values(metafile.outputs).flatMap(output =>
    Object.entries(output.inputs)
      .filter(([, input]) => input.bytesInOutput > 0)
      .map(([path]) => path),
  );
}

/** Names that stay when their content changes, so that a change of `dist` is read as one. */
function chunkNames(metafile: Metafile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [path, { inputs }] of Object.entries(metafile.outputs)) {
    const name = basename(path);
    if (!HASHED.test(name)) continue;
    const held = Object.keys(inputs);
    const [, stem] = STEMS.find(([part]) => held.some(it => it.startsWith(part))) ?? [];
    const stable = `${stem ?? name.replace(HASHED, '')}.js`;
    if ([...names.values()].includes(stable)) throw new Error(`two chunks would be ${stable}`);
    names.set(name, stable);
  }
  return names;
}

function renamed(text: string, names: ReadonlyMap<string, string>): string {
  let result = text;
  for (const [from, to] of names) result = result.replaceAll(from, to);
  return result;
}

/** Of our own manifest only the version is used: other changes to it leave the bundles as they are. */
const versionOnly = (root: string): Plugin => ({
  name: 'version-only',
  setup(build) {
    build.onLoad({ filter: /[/\\]package\.json$/ }, ({ path }) => {
      if (path !== join(root, 'package.json')) return undefined;
      const { version }: { version: string } = JSON.parse(readFileSync(path, 'utf8'));
      return { loader: 'json', contents: JSON.stringify({ version }) };
    });
  },
});

function copyReadmes(from: string, to: string): void {
  for (const id of existsSync(from) ? readdirSync(from).sort() : []) {
    const readme = join(from, id, 'README.md');
    if (existsSync(readme)) cpSync(readme, join(to, id, 'README.md'));
  }
}

const jsonText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
