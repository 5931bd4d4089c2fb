//! Batch files: what a person or a pipeline on Windows runs as it is.

import { wholeFile } from '../../domain/region.ts';
import type { Surface } from '../../domain/surface.ts';
import { batch as language } from '../../languages/batch/batch.ts';
import { scriptFacts } from '../script-file.ts';

export const batch: Surface = {
  id: 'batch',
  title: 'batch file',
  comments: ['rem', '::'],
  matches: path => /\.(?:bat|cmd)$/i.test(path),
  extract: file => scriptFacts(file, language.programOf(wholeFile(file.path, file.text))),
};
