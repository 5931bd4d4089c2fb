//! What the parameters and bindings of a routine hold while it runs.

import type { Entry } from '../domain/expression.ts';
import type { Parameter, Routine } from '../domain/facts.ts';
import { type Alternatives, datumText, unknownDatum, whyUnset } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { newState, type State } from './state.ts';
import type { Binding, Frame } from './world.ts';

/** What whoever runs it gives. */
export interface GivenValues {
  readonly path: string;
  readonly inputs: ReadonlyMap<string, Alternatives>;
  readonly valueFiles: readonly string[];
  readonly isOpen: boolean;
}

/** The command line wins over value files, those over the environment, that over the default. */
export function inputsOf(
  parts: readonly Routine[],
  target: GivenValues,
  state: State,
  frame: Frame,
): ReadonlyMap<string, Alternatives> {
  const values = fileValues(target, state, frame);
  const inputs = new Map<string, Alternatives>();
  const inside = { ...frame, inputs };
  for (const parameter of parts.flatMap(part => part.parameters)) {
    const { name } = parameter;
    const given =
      target.inputs.get(name) ??
      values.get(name) ??
      state.variables.get(`TF_VAR_${name}`) ??
      state.variables.get(`PKR_VAR_${name}`) ??
      fallbackOf(parameter, target.isOpen, inside);
    if (given) inputs.set(name, given);
  }
  return inputs;
}

/** A default that is empty says that somebody may give a value; one that is not is the usual value. */
function fallbackOf(
  { name, fallback, at }: Parameter,
  isOpen: boolean,
  frame: Frame,
): Alternatives | undefined {
  if (!fallback) return undefined;
  const found = evaluate(fallback, newState(undefined), frame);
  const isEmpty = found.every(it => it.kind === 'absent' || datumText(it) === '');
  return isOpen && isEmpty ? [...found, unknownDatum(whyUnset(name), at)] : found;
}

function fileValues(
  target: GivenValues,
  state: State,
  frame: Frame,
): ReadonlyMap<string, Alternatives> {
  const files = frame.world.valueFiles.filter(
    it => it.serves === target.path || target.valueFiles.includes(it.path),
  );
  const entries: readonly Entry[] = files.flatMap(file => file.values);
  return new Map(entries.map(it => [it.name, evaluate(it.value, state, frame)]));
}

/** Evaluated when first asked for; one that needs itself is unknown. */
export function bindingsOf(
  parts: readonly Routine[],
  inputs: ReadonlyMap<string, Alternatives>,
  frame: Frame,
): ReadonlyMap<string, Binding> {
  const locals = new Map<string, Binding>();
  const inside: Frame = { ...frame, inputs, locals };
  for (const { name, value, at } of parts.flatMap(part => part.bindings)) {
    let found: Alternatives | undefined;
    let isBusy = false;
    locals.set(name, {
      evaluate: () => {
        if (found) return found;
        if (isBusy) return [unknownDatum({ kind: 'not-evaluated', text: name }, at)];
        isBusy = true;
        found = evaluate(value, newState(undefined), inside);
        return found;
      },
    });
  }
  return locals;
}
