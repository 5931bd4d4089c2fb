//! Programs in Go: each file on its own.

import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { go as language } from '../../languages/go/go.ts';
import { codeFacts } from '../code-file.ts';

export const go: Surface = {
  id: 'go',
  title: 'Go program',
  matches: path => /\.go$/i.test(path),
  extract: (file: SourceFile) => codeFacts(file, language, STARTS),
};

/** What starts a program, whichever. */
const STARTS =
  /"(?:os\/exec|golang\.org\/x\/sys\/execabs|github\.com\/(?:magefile\/mage\/sh|bitfield\/script))"/;
