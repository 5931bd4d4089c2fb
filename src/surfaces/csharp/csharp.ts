//! Programs and scripts in C#: each file on its own.

import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { csharp as language } from '../../languages/csharp/csharp.ts';
import { codeFacts } from '../code-file.ts';

export const csharp: Surface = {
  id: 'csharp',
  title: 'C# program',
  matches: path => /\.(?:cs|csx)$/i.test(path),
  extract: (file: SourceFile) => codeFacts(file, language, STARTS),
};

/** What starts a program, whichever. */
const STARTS = /\bProcess(?:StartInfo)?\b|\bPowerShell\b/;
