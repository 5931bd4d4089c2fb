//! Java to the steps it runs: the programs it starts, and the calls of libraries that its imports bring.

import type { Language } from '../../domain/surface.ts';
import { programOfCode } from '../source-code/program.ts';
import { DIALECT } from './dialect.ts';

export const java: Language = {
  id: 'java',
  names: ['jshell'],
  programOf: (region, interest) => programOfCode(region, DIALECT, interest),
};
