//! C# to the steps it runs: the programs it starts, and the calls of libraries that its namespaces bring.

import type { Language } from '../../domain/surface.ts';
import { programOfCode } from '../source-code/program.ts';
import { DIALECT } from './dialect.ts';

export const csharp: Language = {
  id: 'csharp',
  names: ['cs', 'csx', 'c#', 'dotnet-script'],
  programOf: (region, interest) => programOfCode(region, DIALECT, interest),
};
