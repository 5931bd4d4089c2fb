//! Modules in which nothing happens that a reader looks at: they need not be run, however often they are called.

import type { Routine } from '../domain/facts.ts';
import { literalOf } from '../domain/literal.ts';
import type { ConstructStep, RunStep, Step } from '../domain/step.ts';
import { joinPath } from './paths.ts';
import { nameOutside, usedElsewhere } from './provider-names.ts';
import { routineKey } from './repository.ts';

export interface Inertness {
  /**
   * The providers that an inert module and those below it use without configuring them, by the names they have in it;
   * `undefined` for a module that has to be run.
   */
  providersOf(key: string): ReadonlySet<string> | undefined;
}

const MODULE = 'terraform-module';
const IMPLIED = 'terraform-implied-provider';

const ELSEWHERE: ReadonlySet<string> = new Set();

/** A landing zone calls hundreds of modules from each of its pipelines, and few of them do more than declare. */
export function inertnessOf(routines: ReadonlyMap<string, readonly Routine[]>): Inertness {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const providersOf = (key: string): ReadonlySet<string> | undefined => {
    if (known.has(key)) return known.get(key);
    // Until it is known, a module that calls itself has to be run, where the cycle is reported.
    known.set(key, undefined);
    const parts = routines.get(key);
    const found = parts ? summaryOf(parts, providersOf) : ELSEWHERE;
    known.set(key, found);
    return found;
  };
  return { providersOf };
}

function summaryOf(
  parts: readonly Routine[],
  providersOf: Inertness['providersOf'],
): ReadonlySet<string> | undefined {
  const providers = new Set<string>();
  for (const part of parts) {
    const found = providersInAll(part.body, part, providersOf);
    if (!found) return undefined;
    for (const provider of found) providers.add(provider);
  }
  return parts.every(part => part.type === MODULE) ? providers : undefined;
}

function providersInAll(
  steps: readonly Step[],
  part: Routine,
  providersOf: Inertness['providersOf'],
): Iterable<string> | undefined {
  const providers: string[] = [];
  for (const step of steps) {
    const found = providersIn(step, part, providersOf);
    if (!found) return undefined;
    providers.push(...found);
  }
  return providers;
}

function providersIn(
  step: Step,
  part: Routine,
  providersOf: Inertness['providersOf'],
): Iterable<string> | undefined {
  if (step.kind === 'construct') return impliedProvider(step);
  if (step.kind === 'branch') return providersInAll(step.arms.flat(), part, providersOf);
  if (step.kind !== 'run') return undefined;
  return calledProviders(step, part, providersOf);
}

function impliedProvider(step: ConstructStep): Iterable<string> | undefined {
  if (step.type !== IMPLIED || step.args.kind !== 'object') return undefined;
  const { entries } = step.args;
  const [name, alias] = ['provider', 'alias'].map(argument => {
    const given = entries.find(it => it.name === argument);
    return given && literalOf(given.value);
  });
  if (name === undefined) return undefined;
  return [alias === undefined ? name : `${name}.${alias}`];
}

/** Of a module of elsewhere nothing is seen but what it is given. */
function calledProviders(
  step: RunStep,
  part: Routine,
  providersOf: Inertness['providersOf'],
): Iterable<string> | undefined {
  const source = literalOf(step.path);
  if (source === undefined || step.routine !== MODULE) return undefined;
  const path = joinPath(part.path, source);
  if (path === undefined) return [];
  const { passes = 'defaults' } = step;
  const names = providersOf(routineKey(MODULE, path));
  if (names === ELSEWHERE) return usedElsewhere(passes);
  return names && [...names].map(it => nameOutside(it, passes) ?? it);
}
