//! The files that a program may be, where a command line names it without its ending, by its folder, or as what is made of it.
//! Sources: https://nodejs.org/api/modules.html#all-together, https://docs.python.org/3/using/cmdline.html#cmdoption-m

/** `tools.deploy` is `tools/deploy.py`, or `tools/deploy/__main__.py`; a project may keep both below `src`. */
export function pythonModuleFiles(name: string): readonly string[] {
  const file = name.replaceAll('.', '/');
  return ['.', './src'].flatMap(folder => [
    `${folder}/${file}.py`,
    `${folder}/${file}/__main__.py`,
  ]);
}

const ENDING = /\.([cm]?)[jt]sx?$/i;

/** A file that is not in the repository may be compiled of one that is: `dist/deploy.js` of `src/deploy.ts`. */
export function javascriptFiles(path: string): readonly string[] {
  if (ENDING.test(path)) return [path, ...sourcesOf(path).map(fromHere)];
  const folder = path.replace(/\/+$/, '');
  const isFolder = folder !== path || /(?:^|\/)\.{1,2}$/.test(folder);
  const files = isFolder ? [] : ['', '.js', '.ts', '.mjs', '.cjs'];
  const all = [...files, '/index.js', '/index.ts'].map(it => `${folder}${it}`);
  return [...all, ...sourcesOf(`${folder}.js`), ...sourcesOf(`${folder}/index.js`)].map(fromHere);
}

function sourcesOf(path: string): readonly string[] {
  const source = path.replace(ENDING, '.$1ts');
  const folder = /(^|\/)(?:dist|build|lib|out)\//.exec(source);
  if (!folder || source === path) return [];
  const before = `${source.slice(0, folder.index)}${folder[1] ?? ''}`;
  const after = source.slice(folder.index + folder[0].length);
  return [`${before}src/${after}`, `${before}${after}`];
}

/** A name alone may stand anywhere. */
const fromHere = (path: string): string => (path.includes('/') ? path : `./${path}`);
