//! Programs in Java: each file on its own.

import { EVERYTHING } from '../../domain/interest.ts';
import type { Surface } from '../../domain/surface.ts';
import { java as language } from '../../languages/java/java.ts';
import { type CodeKind, codeFacts } from '../code-file.ts';

export const java: Surface = {
  id: 'java',
  title: 'Java program',
  comments: ['//', '/*'],
  matches: path => /\.java$/i.test(path),
  extract: (file, interest = EVERYTHING) => codeFacts(file, KIND, interest),
};

const KIND: CodeKind = {
  language,
  starts: /\bProcessBuilder\b|\bRuntime\b/,
  asides: /Tests?\.java$/i,
};
