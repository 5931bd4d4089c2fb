//! Machines that begin as an image, and images that are what a machine left: `docker build`, `docker run`.

import { BUILT } from '../domain/container-image.ts';
import type { Expression } from '../domain/expression.ts';
import type { ScopeStep } from '../domain/scope-step.ts';
import type { Step } from '../domain/step.ts';
import type { Unknown } from '../domain/value.ts';
import { type Datum, datumText, partsOf } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { newNames } from './names.ts';
import { copyOf, type State } from './state.ts';
import type { Frame } from './world.ts';

export interface Machine {
  readonly state: State;
  readonly body: readonly Step[];
}

/** `undefined` for steps that go on where they stand, with the variables that there are. */
export function machineOf(step: ScopeStep, state: State, frame: Frame): Machine | undefined {
  const { startsAs, keptAs, ends, body } = step;
  if (!startsAs && !keptAs) return undefined;
  const image = startsAs && imageNamed(startsAs.image, state, frame);
  const copy = copyOf(state);
  const machine: State = {
    ...copy,
    variables: image?.variables.fork() ?? newNames(),
    functions: image?.functions.fork() ?? newNames(),
    sessions: ends === 'process' ? copy.sessions : (image?.sessions.fork() ?? newNames()),
    folder: image ? image.folder : state.folder,
    cloud: ends === 'process' ? state.cloud : image?.cloud,
    isOpen: image?.isOpen ?? false,
    stopped: undefined,
    left: [],
    shadowed: undefined,
  };
  return { state: machine, body: startsAs && !image ? startsAs.otherwise : body };
}

/** Of a machine that is over. */
export function keepImage(step: ScopeStep, machine: State, state: State, frame: Frame): void {
  noteBuilt(step, machine, frame);
  for (const name of step.keptAs ?? []) {
    for (const datum of evaluate(name, state, frame)) {
      const key = imageName(datum);
      if (key !== undefined) state.images.set(key, machine);
    }
  }
}

/** What a person builds is built elsewhere too. */
function noteBuilt({ keptAs }: ScopeStep, machine: State, { world, entryPoint }: Frame): void {
  const [built] = keptAs ? (machine.variables.get(BUILT) ?? []) : [];
  const path = built && datumText(built);
  const isKnown = path === undefined || world.images.has(path);
  if (!isKnown && entryPoint.reach !== 'manual') world.images.set(path, machine);
}

/** By the name that this run gave it, or as what some run built of a file. */
function imageNamed(name: Expression, state: State, frame: Frame): State | undefined {
  for (const datum of evaluate(name, state, frame)) {
    const key = imageName(datum);
    const image = key === undefined ? undefined : state.images.get(key);
    const built = image ?? frame.world.images.get(datumText(datum) ?? '');
    if (built) return built;
  }
  return undefined;
}

/** The same for every way to say the same name; what is not known of it is told by its own name. */
export function imageName(datum: Datum): string | undefined {
  let text = '';
  for (const part of partsOf(datum)) {
    const piece = part.kind === 'text' ? part.text : nameOf(part.why);
    if (piece === undefined) return undefined;
    text += piece;
  }
  const name = text.trim().replace(/^docker\.io\/(?:library\/)?/, '');
  if (name === '') return undefined;
  return /[:@\u0000][^/]*$/.test(name) ? name : `${name}:latest`;
}

/** Between characters that no name holds. */
function nameOf(why: Unknown): string | undefined {
  const name = why.kind === 'not-evaluated' ? why.text : why.name;
  return name === '' || name.includes('…') ? undefined : `\u0000${name}\u0000`;
}
