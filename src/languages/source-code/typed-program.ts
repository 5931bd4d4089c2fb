//! A whole text of C# or Java to its statements.

import { parseStatements } from './parse-statements.ts';
import type { Reader } from './reader.ts';
import type { Statement } from './tree.ts';
import { typedDeclarations } from './typed-statements.ts';

export const parseTyped = (reader: Reader): readonly Statement[] =>
  parseStatements(reader, reader.tokens.length, typedDeclarations);
