//! Which script of the repository a module of PowerShell is, named by its folder, its manifest, or without an ending.
//! Source: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_modules

import { type Datum, partsOf } from './datum.ts';
import type { State } from './state.ts';
import type { Frame } from './world.ts';

/** The paths it may have, the likeliest first; only the path itself for modules of other languages. */
export function modulePaths(path: Datum): readonly Datum[] {
  if (path.kind !== 'string') return [path];
  const last = path.parts.at(-1);
  if (last?.kind !== 'text') return [path];
  const before = path.parts.slice(0, -1);
  const { at } = path;
  return endings(last.text).map(text => ({
    kind: 'string',
    parts: [...before, { kind: 'text', text }],
    at,
  }));
}

function endings(text: string): readonly string[] {
  // A manifest stands beside its module.
  if (/\.psd1$/i.test(text)) return [text.replace(/\.psd1$/i, '.psm1')];
  const bare = text.replace(/[\\/]+$/, '');
  const name = /[^\\/]*$/.exec(bare)?.[0] ?? '';
  if (/^\.*$/.test(name) || /\.(?:psm?1|[cm]?[jt]sx?|py|dll)$/i.test(name)) return [text];
  return [`${bare}.psm1`, `${bare}/${name}.psm1`, text];
}

/**
 * A module that sources what it finds, `. $_.FullName`, has the functions of the scripts below it.
 * Those that nothing calls are still their own files' affair.
 */
export function takeFunctionsBelow(path: Datum, state: State, frame: Frame): void {
  const running = [...frame.running].at(-1) ?? '';
  if (!/^script:.*\.psm1$/i.test(running) || partsOf(path).some(it => it.kind === 'text')) return;
  for (const routine of frame.world.routinesBelow(frame.home)) {
    if (routine.type !== 'script' || !isPart(routine.path)) continue;
    for (const step of routine.body) {
      if (step.kind !== 'define' || state.functions.has(step.name)) continue;
      state.functions.set(step.name, { body: step.body, at: step.at });
    }
  }
}

/** Tests of Pester stand beside what they test. */
const isPart = (path: string): boolean => /\.ps1$/i.test(path) && !/\.tests?\.ps1$/i.test(path);
