//! Python to the steps it runs: programs that it starts, calls of libraries, files that it imports.
//! Source: https://docs.python.org/3/reference/

import type { Language } from '../../domain/surface.ts';
import { programOfCode } from '../source-code/program.ts';
import { DIALECT } from './dialect.ts';

export const python: Language = {
  id: 'python',
  names: ['python', 'python3', 'python2', 'py', 'pypy3'],
  programOf: region => programOfCode(region, DIALECT),
};
