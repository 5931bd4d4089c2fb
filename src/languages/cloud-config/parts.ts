//! Messages of several parts, each of them a script or a configuration of its own.
//! Source: https://cloudinit.readthedocs.io/en/latest/explanation/format.html#mime-multi-part-archive

import { type Region, subRegion } from '../../domain/region.ts';
import { withMarks } from '../yaml/templated.ts';
import { childOf, itemsOf, scalarOf, textOf, type YamlNode } from '../yaml/tree.ts';
import type { Reading } from './configuration.ts';

export interface Part {
  readonly language: 'script' | 'cloud-config';
  readonly region: Region;
}

/** `Content-Type: multipart/mixed; boundary="…"`, then parts between lines of that boundary. Encoded ones are passed over. */
export function messageParts(region: Region): readonly Part[] {
  const { text } = region;
  const boundary = /boundary\s*=\s*"?([^"\s;]+)/i.exec(text)?.[1];
  if (boundary === undefined) return [];
  const parts: Part[] = [];
  const mark = `--${boundary}`;
  let start = text.indexOf(`\n${mark}`);
  while (start >= 0) {
    const next = text.indexOf(`\n${mark}`, start + 1);
    const from = text.indexOf('\n', start + 1) + 1;
    const part = from > 0 ? partIn(region, from, next < 0 ? text.length : next + 1) : undefined;
    if (part) parts.push(part);
    start = next;
  }
  return parts;
}

function partIn(region: Region, start: number, end: number): Part | undefined {
  const text = region.text.slice(start, end);
  const gap = /\r?\n[ \t]*\r?\n/.exec(text);
  if (!gap) return undefined;
  const head = text.slice(0, gap.index);
  if (/^Content-Transfer-Encoding:\s*(?:base64|quoted-printable)/im.test(head)) return undefined;
  const type = /^Content-Type:\s*([\w/.-]+)/im.exec(head)?.[1] ?? '';
  return partOf(type, subRegion(region, start + gap.index + gap[0].length, end));
}

/** `#cloud-config-archive`: a list of texts, or of texts with their types. */
export const archiveParts = (root: YamlNode, { host, marks }: Reading): readonly Part[] =>
  itemsOf(root).flatMap(item => {
    const content = scalarOf(item) ?? scalarOf(childOf(item, 'content'));
    if (!content) return [];
    const region = withMarks(content.region, marks, host);
    return partOf(textOf(childOf(item, 'type')) ?? '', region) ?? [];
  });

function partOf(type: string, region: Region): Part | undefined {
  const kind = type.toLowerCase();
  if (kind.startsWith('text/x-shellscript')) return { language: 'script', region };
  if (kind === 'text/cloud-config' || kind.startsWith('multipart/')) {
    return { language: 'cloud-config', region };
  }
  if (kind !== '' && kind !== 'text/plain') return undefined;
  if (/^\s*#!/.test(region.text)) return { language: 'script', region };
  return /^\s*#cloud-config/.test(region.text) ? { language: 'cloud-config', region } : undefined;
}
