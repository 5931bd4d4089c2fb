//! Dockerfile text to its instructions. Never throws; what is no instruction is passed over.
//! Source: https://docs.docker.com/reference/dockerfile/

import { type Region, spanOf, subRegion } from '../../domain/region.ts';
import { HEREDOC_INSTRUCTIONS, heredocsOf } from './heredocs.ts';
import { isPassedOver, lineFrom, logicalLine } from './lines.ts';
import type { Dockerfile, Flag, Instruction } from './tree.ts';

export function parseDockerfile(path: string, text: string): Dockerfile {
  const escaping = escapingOf(text);
  const instructions: Instruction[] = [];
  let position = 0;
  while (position < text.length) {
    const line = lineFrom(text, position);
    position = line.next;
    if (isPassedOver(text, line)) continue;
    const { region, next } = logicalLine(path, text, line, escaping);
    position = next;
    const head = headOf(region);
    if (!head) continue;
    const documents = HEREDOC_INSTRUCTIONS.has(head.name)
      ? heredocsOf(head.text, path, text, next)
      : { heredocs: [], next };
    position = documents.next;
    instructions.push({ ...head, heredocs: documents.heredocs });
  }
  return { instructions, escaping };
}

/** Directives stand before everything else: `# escape=`. */
function escapingOf(text: string): string {
  let position = 0;
  while (position < text.length) {
    const line = lineFrom(text, position);
    const directive = /^\s*#\s*(\w+)\s*=\s*(\S+)\s*$/.exec(text.slice(line.start, line.end));
    if (!directive) break;
    if (directive[1]?.toLowerCase() === 'escape') return directive[2] === '`' ? '`' : '\\';
    position = line.next;
  }
  return '\\';
}

function headOf(line: Region): Omit<Instruction, 'heredocs'> | undefined {
  const match = /^\s*([A-Za-z]+)(?=\s|$)\s*/.exec(line.text);
  const name = match?.[1];
  if (!match || name === undefined) return undefined;
  const flags: Flag[] = [];
  let from = match[0].length;
  for (;;) {
    const flag = /^--([\w.-]+)(?:=("[^"]*"|\S*))?\s*/.exec(line.text.slice(from));
    if (!flag) break;
    const value = (flag[2] ?? '').replaceAll('"', '');
    const at = spanOf(line, from, from + flag[0].trimEnd().length);
    flags.push({ name: flag[1] ?? '', value, at });
    from += flag[0].length;
  }
  const end = line.text.trimEnd().length;
  const start = match[0].length - match[0].trimStart().length;
  return {
    name: name.toUpperCase(),
    flags,
    text: subRegion(line, from, Math.max(from, end)),
    at: spanOf(line, start, start + name.length),
  };
}
