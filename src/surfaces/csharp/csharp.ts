//! Programs and scripts in C#: each file on its own.

import { EVERYTHING } from '../../domain/interest.ts';
import type { Surface } from '../../domain/surface.ts';
import { csharp as language } from '../../languages/csharp/csharp.ts';
import { type CodeKind, codeFacts } from '../code-file.ts';

export const csharp: Surface = {
  id: 'csharp',
  title: 'C# program',
  comments: ['//', '/*'],
  matches: path => /\.(?:cs|csx)$/i.test(path),
  extract: (file, interest = EVERYTHING) => codeFacts(file, KIND, interest),
};

const KIND: CodeKind = {
  language,
  starts: /\bProcess(?:StartInfo)?\b|\bPowerShell\b/,
  asides: /(?:Tests?|\.g|\.designer)\.cs$/i,
};
