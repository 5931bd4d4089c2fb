//! Which shell runs an instruction's text, and the text as a script.
//! Source: https://docs.docker.com/reference/dockerfile/#shell

import { text } from '../../domain/literal.ts';
import { programOfPath } from '../../domain/program-name.ts';
import { type Region, subRegion } from '../../domain/region.ts';
import type { Step } from '../../domain/step.ts';
import type { Instruction } from '../../languages/dockerfile/tree.ts';
import { listOf } from './values.ts';

/** A language's id. */
export type Shell = string;

const CMD: Shell = 'batch';

/** Images of Windows say so in their name. */
export const shellOfImage = (image: string): Shell =>
  /windows|nanoserver|servercore/i.test(image) ? CMD : 'bash';

/** `SHELL ["pwsh", "-Command"]`. */
export function shellNamed(region: Region): Shell | undefined {
  const [program] = listOf(region) ?? [];
  if (!program) return undefined;
  const name = programOfPath(program.text);
  if (name === 'pwsh' || name === 'powershell') return 'powershell';
  return name === 'cmd' ? CMD : /^(?:ba|da|k|z|a)?sh$/.test(name) ? 'bash' : name;
}

/** A text without a list around it. */
export function textSteps(
  { text: line, heredocs, at }: Pick<Instruction, 'text' | 'heredocs' | 'at'>,
  shell: Shell,
): readonly Step[] {
  const [only] = heredocs;
  const isAll = /^(?:<<-?["']?[\w.-]+["']?\s*)+$/.test(line.text);
  if (only && isAll) return [scriptOf(only.body, interpreterOf(only.body.text) ?? shell, at)];
  if (shell === CMD) {
    const inner =
      /^\s*(?:pwsh|powershell)(?:\.exe)?\s+(?:-(?!c)\w+\s+(?:[A-Z]\w+\s+)?)*(?:-c\w*\s+)?/i.exec(
        line.text,
      )?.[0];
    if (inner === undefined) return [scriptOf(line, CMD, at)];
    return [scriptOf(subRegion(line, inner.length, line.text.length), 'powershell', at)];
  }
  if (shell === 'bash' && heredocs.length === 0) return [scriptOf(endingBuild(line), shell, at)];
  return [scriptOf(heredocs.map(it => it.raw).reduce(joined, line), shell, at)];
}

/** All of a line but the comment at its end. */
const CODE = /^(?:[^"'#\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*'|(?<=\S)#)*/s;

/** What stops on the way through `a && b` stops the build: nothing comes after it. */
function endingBuild(line: Region): Region {
  const code = (CODE.exec(line.text)?.[0] ?? '').trimEnd();
  if (!code.includes('&&') || /[;&|]$/.test(code)) return line;
  return { ...subRegion(line, 0, code.length), text: `${code} || exit 1` };
}

const scriptOf = (region: Region, language: string, at: Step['at']): Step => ({
  kind: 'script',
  language,
  source: text(region),
  at,
});

/** The shell reads the documents behind its line itself. */
function joined(line: Region, raw: Region): Region {
  const shift = line.text.length + 1;
  return {
    at: { ...line.at, end: Math.max(line.at.end, raw.at.end) },
    text: `${line.text}\n${raw.text}`,
    segments: [...line.segments, ...raw.segments.map(it => ({ ...it, guest: it.guest + shift }))],
    holes: line.holes,
  };
}

/** `#!/usr/bin/env python3`. */
function interpreterOf(script: string): string | undefined {
  const name = /^#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*)?(?:\S*\/)?([a-z]+)/.exec(script)?.[1];
  return name === 'pwsh' ? 'powershell' : name;
}
