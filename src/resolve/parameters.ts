//! What the parameters and bindings of a routine hold while it runs.

import type { Parameter, Routine, ValueFile } from '../domain/facts.ts';
import type { Passed, RoutineType } from '../domain/step.ts';
import { type Alternatives, datumText, unknownDatum, whyUnset } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { newState, type State } from './state.ts';
import type { Binding, Frame, World } from './world.ts';

const MODULE = 'terraform-module';
/** Azure does not tell its parameters apart by their case. */
const TEMPLATE = 'bicep-file';

/** What whoever runs it gives. */
export interface GivenValues {
  readonly type: RoutineType;
  readonly path: string;
  readonly inputs: ReadonlyMap<string, Alternatives>;
  readonly valueFiles: readonly (string | undefined)[];
  /** See `Runs`. */
  readonly filesBefore?: ReadonlyMap<string, number>;
  /** What the run itself wrote to files that count by themselves. */
  readonly written?: ReadonlyMap<string, Alternatives>;
  readonly isOpen: boolean;
  readonly passes?: Passed;
}

/** The command line wins over files that count by themselves, those over the environment, that over the default. */
export function inputsOf(
  parts: readonly Routine[],
  target: GivenValues,
  state: State,
  frame: Frame,
): ReadonlyMap<string, Alternatives> {
  const { named, own } = fileValues(target, state, frame);
  const isOpen = isOpenTo(target, frame.world);
  const inAnyCase =
    target.type === TEMPLATE
      ? new Map([...target.inputs].map(([name, it]) => [name.toLowerCase(), it]))
      : undefined;
  const inputs = new Map<string, Alternatives>();
  const inside = { ...frame, inputs };
  for (const part of parts) {
    const giver = !isOpen ? 'here' : part.leftTo === 'pipelines' ? 'pipelines' : 'others';
    for (const parameter of part.parameters) {
      const { name } = parameter;
      const given =
        named(name, target.filesBefore?.get(name) ?? Number.POSITIVE_INFINITY) ??
        target.inputs.get(name) ??
        inAnyCase?.get(name.toLowerCase()) ??
        named(name, 0) ??
        target.written?.get(name) ??
        own.get(name) ??
        state.variables.get(`TF_VAR_${name}`) ??
        state.variables.get(`PKR_VAR_${name}`) ??
        fallbackOf(parameter, giver, inside);
      if (given) inputs.set(name, given);
    }
  }
  return inputs;
}

/** Whoever runs it is not here, or a file of values that is named is not: other values may be given. */
export const isOpenTo = ({ isOpen, valueFiles }: GivenValues, world: World): boolean =>
  isOpen || valueFiles.some(path => path === undefined || world.valueFilesAt(path).length === 0);

/**
 * A default that is empty says that somebody may give a value; one that is not is the usual value.
 * Pipelines of elsewhere switch on what is off here.
 */
function fallbackOf(
  { name, fallback, at }: Parameter,
  giver: 'here' | 'pipelines' | 'others',
  frame: Frame,
): Alternatives | undefined {
  if (!fallback) return undefined;
  const found = evaluate(fallback, newState(undefined), frame);
  if (giver === 'here') return found;
  const isEmpty = found.every(it => it.kind === 'absent' || datumText(it) === '');
  if (isEmpty) return [...found, unknownDatum(whyUnset(name), at)];
  if (giver === 'others') return found;
  return found.map(it => (it.kind === 'string' ? { ...it, isUsual: true } : it));
}

interface FileValues {
  /** What the files say that a command line names, but for the first so many of them. */
  named(name: string, from: number): Alternatives | undefined;
  /** What the files say that belong to it by themselves. */
  readonly own: ReadonlyMap<string, Alternatives>;
}

function fileValues(target: GivenValues, state: State, frame: Frame): FileValues {
  const { valueFilesAt, valueFilesOf } = frame.world;
  // Terragrunt copies a module and what stands beside the unit into one folder.
  const isCopied = target.type === MODULE && target.passes === undefined;
  const valuesIn = (file: ValueFile | undefined): ReadonlyMap<string, Alternatives> =>
    new Map(
      withBases(file, frame.world).flatMap(({ values }) =>
        values.map(it => [it.name, evaluate(it.value, state, frame)] as const),
      ),
    );
  const served = new Set([target.path, ...(isCopied ? [frame.rootFolder] : [])]);
  const own = [...served]
    .flatMap(valueFilesOf)
    .filter(it => target.isOpen || !it.isAsked)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.path < b.path ? -1 : 1));
  const named = target.valueFiles.map(path =>
    valuesIn(path === undefined ? undefined : valueFilesAt(path)[0]),
  );
  return {
    named: (name, from) =>
      named
        .slice(from)
        .findLast(it => it.has(name))
        ?.get(name),
    own: new Map(own.flatMap(it => [...valuesIn(it)])),
  };
}

/** More files than these that take each other over are somebody's game. */
const BASES_MAX = 8;

/** Those that it takes over first. */
function withBases(file: ValueFile | undefined, world: World): readonly ValueFile[] {
  const files: ValueFile[] = [];
  for (let it = file; it && files.length < BASES_MAX; ) {
    files.unshift(it);
    it = it.base === undefined ? undefined : world.valueFilesAt(it.base)[0];
  }
  return files;
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
