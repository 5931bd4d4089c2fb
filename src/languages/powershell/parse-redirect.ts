//! `> file`, `>> file`, `2>&1`, `*> $null`.

import { readArgumentOperand } from './parse-command.ts';
import { ahead, type Reader, skipBlanks, take } from './reader.ts';
import type { PsRedirect } from './tree.ts';

const SIGN = /[1-6*]?>{1,2}(?:&[1-6])?/y;

export function readRedirect(reader: Reader): PsRedirect | undefined {
  const sign = ahead(reader, SIGN);
  if (sign === '') return undefined;
  const start = reader.position;
  take(reader, SIGN);
  const appends = sign.includes('>>');
  if (sign.includes('&')) return { appends, start, end: reader.position };
  skipBlanks(reader);
  const target = readArgumentOperand(reader);
  // What other streams carry is of no interest, nor where it goes.
  const isOutput = /^[1*]?>/.test(sign);
  return { appends, ...(target && isOutput ? { target } : {}), start, end: reader.position };
}
