//! Python to the steps it runs: programs that it starts, calls of libraries, files that it imports.
//! Source: https://docs.python.org/3/reference/

import type { Step } from '../../domain/step.ts';
import type { Language } from '../../domain/surface.ts';
import { plainImports } from '../source-code/plain-imports.ts';
import { programOfCode } from '../source-code/program.ts';
import { DIALECT } from './dialect.ts';

export const python: Language = {
  id: 'python',
  names: ['python', 'python3', 'python2', 'py', 'pypy3'],
  programOf: (region, interest) => programOfCode(region, DIALECT, interest),
};

const IMPORT = /^[ \t]*(?:from[ \t]+(\.*[\w.]+)[ \t]+import\b|import[ \t]+([\w.]+))/gm;

/** The files that a text takes in, when it is not read any further. */
export const importsOfPython = (path: string, text: string): readonly Step[] =>
  plainImports(path, text, IMPORT, DIALECT);
