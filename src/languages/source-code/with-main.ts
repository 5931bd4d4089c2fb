//! The function that a program begins with, called behind everything that the text declares.

import type { Stretch } from './token.ts';
import type { Code, Statement } from './tree.ts';

/** `main` of the text, or of one of its classes; without one nothing is added. */
export function withMain(statements: readonly Statement[], name: string): readonly Statement[] {
  const callee = mainIn(statements, name, undefined);
  if (!callee) return statements;
  const { start, end } = callee;
  const value: Code = { kind: 'call', callee, args: [], isNew: false, isTagged: false, start, end };
  return [...statements, { kind: 'expression', value, start, end }];
}

function mainIn(
  statements: readonly Statement[],
  name: string,
  owner: string | undefined,
): Code | undefined {
  for (const statement of statements) {
    const { kind } = statement;
    if (kind === 'function' && statement.name === name) return calleeOf(name, owner, statement);
    const inner =
      kind === 'class'
        ? mainIn(statement.body, name, statement.name)
        : kind === 'block'
          ? mainIn(statement.body, name, owner)
          : undefined;
    if (inner) return inner;
  }
  return undefined;
}

function calleeOf(name: string, owner: string | undefined, { start }: Stretch): Code {
  const place = { start, end: start };
  if (owner === undefined) return { kind: 'name', name, ...place };
  return { kind: 'member', of: { kind: 'name', name: owner, ...place }, name, ...place };
}
