//! Go to the steps it runs: the programs it starts, and the calls of packages that it imports.

import type { Language } from '../../domain/surface.ts';
import { programOfCode } from '../source-code/program.ts';
import { DIALECT } from './dialect.ts';

export const go: Language = {
  id: 'go',
  names: ['golang'],
  programOf: (region, interest) => programOfCode(region, DIALECT, interest),
};
