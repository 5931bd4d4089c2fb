//! The licences of the packages whose code stands in a bundle.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `inputs`: the bundled files, relative to `root`. */
export function licensesOf(root: string, inputs: readonly string[]): string {
  const folders = [...new Set(inputs.flatMap(path => packageFolder(path) ?? []))].sort();
  return folders.map(folder => sectionOf(root, folder)).join('\n');
}

/** `node_modules/a/node_modules/@b/c/lib/x.js` is `node_modules/a/node_modules/@b/c`. */
const packageFolder = (path: string): string | undefined =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];

function sectionOf(root: string, folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const title = ['name', 'version', 'license'].map(key => fieldOf(manifest, key)).join(' ');
  const file = readdirSync(join(root, folder))
    .sort()
    .find(name => /^licen[cs]e(?:\.|$)/i.test(name));
  const path = join(root, folder, file ?? 'LICENSE');
  const text = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim() : '';
  return `${'='.repeat(80)}\n${title}\n\n${text}\n`;
}

function fieldOf(manifest: unknown, key: string): string {
  const fields = new Map(
    typeof manifest === 'object' && manifest !== null ? Object.entries(manifest) : [],
  );
  return String(fields.get(key) ?? '');
}
