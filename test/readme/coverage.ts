//! Which way to sign in is shown in which kind of file: a table in the project's README, made from the examples.

import { signInForms, surfaces } from '../../src/engine/registry.gen.ts';
import { surfaceFor, surfacesByText } from '../../src/engine/select.ts';
import { analyseFiles } from './analyse-files.ts';
import type { Example } from './examples.ts';

const START = '<!-- coverage -->\n';
const END = '<!-- /coverage -->\n';

const HEAD = ['| a way to sign in | shown in |', '| --- | --- |'];

/** The README with its table written anew; unchanged when it has no place for one. */
export function withCoverage(readme: string, examples: readonly Example[]): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) return readme;
  const table = [...HEAD, ...rowsOf(examples)].join('\n');
  return `${readme.slice(0, start + START.length)}\n${table}\n\n${readme.slice(end)}`;
}

function rowsOf(examples: readonly Example[]): readonly string[] {
  const seen = new Map<string, Set<string>>();
  for (const { files } of examples) {
    for (const { form, path } of analyseFiles(files).signIns) {
      const title = titleOf(path, files.get(path) ?? '');
      if (title !== undefined) seen.set(form, (seen.get(form) ?? new Set()).add(title));
    }
  }
  return signInForms.map(({ id, title }) => {
    const titles = [...(seen.get(id) ?? [])].sort((a, b) => (plain(a) < plain(b) ? -1 : 1));
    return `| [${title}](src/sign-ins/${id}/README.md) | ${titles.join(', ')} |`;
  });
}

const plain = (title: string): string => title.toLowerCase();

/** Of the kind of file. */
function titleOf(path: string, text: string): string | undefined {
  const head = (): Uint8Array => new TextEncoder().encode(text);
  const found =
    surfaceFor(surfaces, path, head) ??
    surfacesByText(surfaces, path).find(it => it.recognises?.(text, path));
  return found?.title;
}
