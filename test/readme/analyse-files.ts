//! A few files as if they were a whole repository.

import type { Report } from '../../src/domain/report.ts';
import { analyse } from '../../src/engine/analyse.ts';
import { textFile } from '../../src/engine/input.ts';

/** Text by path. */
export const analyseFiles = (files: ReadonlyMap<string, string>): Report =>
  analyse({
    version: '0.0.0',
    files: [...files].map(([path, text]) => textFile(path, text)),
    elapsedMs: () => 0,
  });
