//! Programs and scripts in C#: each file on its own.

import { EVERYTHING } from '../../domain/interest.ts';
import type { Surface } from '../../domain/surface.ts';
import { csharp as language } from '../../languages/csharp/csharp.ts';
import { codeFacts } from '../code-file.ts';

export const csharp: Surface = {
  id: 'csharp',
  title: 'C# program',
  matches: path => /\.(?:cs|csx)$/i.test(path),
  extract: (file, interest = EVERYTHING) => codeFacts(file, language, STARTS, interest),
};

/** What starts a program, whichever. */
const STARTS = /\bProcess(?:StartInfo)?\b|\bPowerShell\b/;
