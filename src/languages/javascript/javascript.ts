//! JavaScript and TypeScript to the steps they run: programs that they start, calls of libraries, files that they import.
//! Source: https://tc39.es/ecma262/

import type { Step } from '../../domain/step.ts';
import type { Language } from '../../domain/surface.ts';
import { plainImports } from '../source-code/plain-imports.ts';
import { programOfCode } from '../source-code/program.ts';
import { DIALECT } from './dialect.ts';

export const javascript: Language = {
  id: 'javascript',
  names: [
    'javascript',
    'typescript',
    'js',
    'ts',
    'node',
    'nodejs',
    'tsx',
    'ts-node',
    'deno',
    'bun',
    'zx',
  ],
  programOf: (region, interest) => programOfCode(region, DIALECT, interest),
};

const IMPORT = /(?:\bfrom|\bimport|\brequire\()[ \t]*(?:'(\.[^'\n]*)'|"(\.[^"\n]*)")/g;

/** The files that a text takes in, when it is not read any further. */
export const importsOfJavascript = (path: string, text: string): readonly Step[] =>
  plainImports(path, text, IMPORT, DIALECT);
