//! What several conditions of a job ask for, and is the same for all of them: `github.ref == 'refs/heads/main'`.

import type { Expression } from '../../domain/expression.ts';
import type { Case } from '../../domain/matrix.ts';
import type { Question } from '../../languages/github-expression/told.ts';
import type { Reading } from '../github-reading.ts';

export interface CaseReading {
  readonly reading: Reading;
  /** What was asked for so far. */
  cases(): readonly Case[];
}

interface Asked {
  readonly of: Expression;
  readonly texts: Set<string>;
  /** Where, by their first character. */
  readonly places: Set<number>;
}

export function caseReading(outer: Reading): CaseReading {
  const all = new Map<string, Asked>();
  const ask = (question: Question): Expression => {
    const { of, text, at } = question;
    const name = `case ${question.name}`;
    const asked = all.get(name) ?? { of, texts: new Set(), places: new Set() };
    all.set(name, asked);
    asked.texts.add(text);
    asked.places.add(at.start);
    return { kind: 'reference', space: 'local', name, at };
  };
  return {
    reading: { ...outer, contexts: { ...outer.contexts, tell: ask } },
    cases: () =>
      [...all].map(([name, { of, texts, places }]) => ({
        name,
        of,
        texts: [...texts],
        isShared: places.size > 1,
      })),
  };
}
