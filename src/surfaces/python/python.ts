//! Programs in Python: files that a person or a pipeline runs, and files that those import.

import { EVERYTHING } from '../../domain/interest.ts';
import type { Surface } from '../../domain/surface.ts';
import { importsOfPython, python as language } from '../../languages/python/python.ts';
import { type CodeKind, codeFacts } from '../code-file.ts';
import { interpreterOf } from '../script-file.ts';

export const python: Surface = {
  id: 'python',
  title: 'Python program',
  comments: ['#'],
  matches: (path, firstLine) =>
    /\.pyw?$/i.test(path) || /^python[\d.]*$/.test(interpreterOf(firstLine) ?? ''),
  extract: (file, interest = EVERYTHING) => codeFacts(file, KIND, interest),
};

const KIND: CodeKind = {
  language,
  starts: /\bsubprocess\b|\bos\.(?:system|popen|exec|spawn)|\bpexpect\b|create_subprocess/,
  asides: /(?:^|\/)(?:test_[^/]*|conftest|[^/]*_(?:test|pb2|pb2_grpc))\.py$/i,
  importsOf: importsOfPython,
};
