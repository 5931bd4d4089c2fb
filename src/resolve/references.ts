//! What a name refers to: a variable, an argument, an input, a local value, an output.

import type { Expression } from '../domain/expression.ts';
import type { Span } from '../domain/span.ts';
import { ABSENT } from '../domain/value.ts';
import { type Alternatives, type Datum, stringDatum, unknownDatum } from './datum.ts';
import { outputNamed } from './outputs.ts';
import type { State } from './state.ts';
import type { Frame } from './world.ts';

export function lookUp(
  reference: Expression & { kind: 'reference' },
  state: State,
  frame: Frame,
): Alternatives {
  const { space, name, at } = reference;
  const unset = { kind: 'unset' as const, name, at };
  switch (space) {
    case 'variable':
      return variable(name, state, unset);
    case 'argument':
      return argument(name, state, at);
    case 'input':
      return frame.inputs.get(name) ?? [unset];
    case 'local':
      return frame.locals.get(name)?.evaluate() ?? [unset];
    case 'output':
      return (
        outputNamed(name, state, at) ?? [unknownDatum({ kind: 'not-evaluated', text: name }, at)]
      );
  }
}

/** Where the process stands counts as a path from the root. */
function variable(name: string, state: State, unset: Datum & { kind: 'unset' }): Alternatives {
  if (name !== 'PWD' || state.folder === undefined) return state.variables.get(name) ?? [unset];
  return [stringDatum(`/${state.folder}`, unset.at)];
}

function argument(name: string, state: State, at: Span): Alternatives {
  const given = state.arguments;
  if (!given) return [{ kind: 'unset', name: `$${name}`, at }];
  if (name === '@' || name === '*') return [{ kind: 'list', items: given, at }];
  return [given[Number(name) - 1] ?? ABSENT];
}
