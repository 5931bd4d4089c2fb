//! Programs in Go: each file on its own.

import { EVERYTHING } from '../../domain/interest.ts';
import type { Surface } from '../../domain/surface.ts';
import { go as language } from '../../languages/go/go.ts';
import { importsOfGo } from '../../languages/go/packages.ts';
import { type CodeKind, codeFacts } from '../code-file.ts';

export const go: Surface = {
  id: 'go',
  title: 'Go program',
  comments: ['//', '/*'],
  matches: path => /\.go$/i.test(path),
  extract: (file, interest = EVERYTHING) => codeFacts(file, KIND, interest),
};

const KIND: CodeKind = {
  language,
  starts:
    /"(?:os\/exec|golang\.org\/x\/sys\/execabs|github\.com\/(?:magefile\/mage\/sh|bitfield\/script))"/,
  importsOf: importsOfGo,
  asides: /_test\.go$|\.pb\.go$/i,
};
