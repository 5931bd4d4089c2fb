//! Programs in Java: each file on its own.

import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { java as language } from '../../languages/java/java.ts';
import { codeFacts } from '../code-file.ts';

export const java: Surface = {
  id: 'java',
  title: 'Java program',
  matches: path => /\.java$/i.test(path),
  extract: (file: SourceFile) => codeFacts(file, language, STARTS),
};

/** What starts a program, whichever. */
const STARTS = /\bProcessBuilder\b|\bRuntime\b/;
