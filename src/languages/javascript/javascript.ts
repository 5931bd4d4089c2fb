//! JavaScript and TypeScript to the steps they run: programs that they start, calls of libraries, files that they import.
//! Source: https://tc39.es/ecma262/

import type { Language } from '../../domain/surface.ts';
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
  programOf: region => programOfCode(region, DIALECT),
};
