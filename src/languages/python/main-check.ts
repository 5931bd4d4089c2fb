//! `if __name__ == "__main__":`, which holds for a file that is run.

import type { Code } from '../source-code/tree.ts';

export function isMainCheck(condition: Code, text: string): boolean {
  if (condition.kind !== 'operation' || condition.operator !== '==') return false;
  return /^\(?\s*__name__\s*==|==\s*__name__/.test(text.slice(condition.start, condition.end));
}
