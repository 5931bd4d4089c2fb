//! Packages that a file of Go takes in: those of a module of the repository are run with it.
//! Source: https://go.dev/ref/mod#packages-modules-versions

import { literal } from '../../domain/literal.ts';
import { filesStep } from '../../domain/program-files.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';

/** Packages whose name begins without a dot are those of Go itself; Azure's are read for what is called of them. */
export function packageSteps(library: string, at: Span): readonly Step[] {
  if (!/^[^/]*\.[^/]*\//.test(library) || /^github\.com\/Azure\//.test(library)) return [];
  const files = { ending: '.go', where: 'folder', within: 'go-module' } as const;
  return [filesStep('script', literal(library, at), files, { sharesProcess: true })];
}

const IMPORT = /^\s*(?:import\s+)?(?:[\w.]+\s+)?"([^"\s]+)"\s*$/gm;

/** Those of a text that is not read any further; of packages of others that were copied none. */
export function importsOfGo(path: string, text: string): readonly Step[] {
  if (/(?:^|\/)vendor\//.test(path)) return [];
  const head = text.slice(0, Math.max(0, text.search(/^(?:func|type|var|const)\b/m)));
  return [...head.matchAll(IMPORT)].flatMap(({ 1: library = '', index, 0: { length } }) =>
    packageSteps(library, { path, start: index, end: index + length }),
  );
}
