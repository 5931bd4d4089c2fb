//! Which variable a name is: those of a function are its own, and none is a variable of the environment.

import type { Code, CodeParameter, Statement } from './tree.ts';

export interface Scope {
  /** In front of the brackets in the names of its variables: `login(user)`. */
  readonly title: string;
  readonly names: ReadonlySet<string>;
  readonly outer: Scope | undefined;
  /** The class whose function it is. */
  readonly className: string | undefined;
}

/** What resolve calls the variable; `undefined` for a name that nothing here sets. */
export function variableName(name: string, scope: Scope): string | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    if (at.names.has(name)) return `${at.title}(${name})`;
  }
  return undefined;
}

/** The names that a body sets, those of the functions in it left out. */
export function namesSetIn(
  body: readonly Statement[],
  parameters: readonly CodeParameter[] = [],
): ReadonlySet<string> {
  const names = new Set<string>(parameters.flatMap(parameterNames));
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      if (statement.kind === 'loop' || (statement.kind === 'assignment' && !statement.isBare)) {
        for (const target of statement.targets) addTargets(target, names);
      }
      for (const inner of blocksIn(statement)) visit(inner);
    }
  };
  visit(body);
  return names;
}

const parameterNames = (parameter: CodeParameter): readonly string[] =>
  parameter.members.length > 0 ? parameter.members.flatMap(parameterNames) : [parameter.name];

/** `a`; what `[a, b]` and `{ a, b: c }` take apart. */
function addTargets(target: Code, names: Set<string>): void {
  if (target.kind === 'name') names.add(target.name);
  if (target.kind === 'list') for (const { value } of target.items) addTargets(value, names);
  if (target.kind === 'object') for (const { value } of target.entries) addTargets(value, names);
}

/** The bodies that run as part of the statement. */
export function blocksIn(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'branch':
      return statement.arms.map(it => it.body);
    case 'loop':
    case 'block':
      return [statement.body];
    case 'try':
      return [statement.body, ...statement.catches, statement.last];
    case 'expression':
    case 'assignment':
    case 'import':
    case 'function':
    case 'class':
    case 'stop':
      return [];
  }
}
