//! Calls put before every sign-in form and operation reader, and what they answer written into state and journal.

import type { Call } from '../domain/call.ts';
import type { Effects } from '../domain/operation.ts';
import { PROCESS, type SignIn } from '../domain/sign-in.ts';
import type { ComponentStep, ConstructStep } from '../domain/step.ts';
import { rootOf, runEffect } from './effects.ts';
import { argumentChoices, inputChoices } from './inputs.ts';
import { join } from './join.ts';
import { orderIn, signInKey } from './journal.ts';
import { noteGiven } from './kept-texts.ts';
import { recordOperations } from './operations.ts';
import { type Reading, readings } from './readings.ts';
import { gatherProvider } from './roots.ts';
import {
  beginAfresh,
  closeSession,
  occupantsOf,
  openSession,
  restored,
  saveSession,
} from './sessions.ts';
import { copyOf, type Occupant, type State, withoutSessions } from './state.ts';
import { constructCall } from './terraform.ts';
import type { Frame } from './world.ts';

export function runComponent(step: ComponentStep, state: State, frame: Frame): void {
  const { name, version, at } = step;
  const calls = inputChoices(step.inputs, state, frame).map(
    (inputs): Call => ({ kind: 'component', name, version, inputs, at }),
  );
  performAny(calls, state, frame);
}

export function runConstruct(step: ConstructStep, state: State, frame: Frame): void {
  const calls = argumentChoices(step.args, state, frame).flatMap(args => {
    const call = constructCall(step, args, frame);
    return call ? [call] : [];
  });
  performAny(calls, state, frame);
}

/** One of these calls happens; which one is not known when there are several. */
export function performAny(calls: readonly Call[], state: State, frame: Frame): void {
  const [only, ...others] = calls;
  if (!only) return;
  if (others.length === 0) return perform(only, frame.isAlternative, state, frame);
  const { distinct, isAlike } = distinctCalls(calls, state, frame);
  const isAlternative = frame.isAlternative || !isAlike;
  const ways = distinct.map(call => {
    const way = copyOf(state);
    perform(call, isAlternative, way, frame);
    return way;
  });
  join(state, ways);
}

/**
 * Several ways to read a call that sign in as the same are as certain as one.
 * Of an action or a block only those are kept that differ in what matters; a cloud that one way leaves open is the other's.
 */
function distinctCalls(
  calls: readonly Call[],
  state: State,
  frame: Frame,
): { readonly distinct: readonly Call[]; readonly isAlike: boolean } {
  const read = calls.map(call => ({ call, signIns: signInsOf(call, state, frame) }));
  const kindOf = (signIns: readonly SignIn[]): string =>
    JSON.stringify(signIns.map(it => [it.form, it.identity]));
  const isAlike = new Set(read.map(it => kindOf(it.signIns))).size === 1;
  if (!isAlike || calls.some(it => it.kind === 'command')) return { distinct: calls, isAlike };
  const hasCloud = read.some(it => it.signIns.every(({ cloud }) => cloud !== 'unknown'));
  const byCloud = new Map(
    read
      .filter(it => !hasCloud || it.signIns.every(({ cloud }) => cloud !== 'unknown'))
      .map(it => [JSON.stringify(it.signIns.map(({ cloud }) => cloud)), it.call] as const),
  );
  return { distinct: read[0]?.signIns.length === 0 ? calls : [...byCloud.values()], isAlike };
}

const signInsOf = (call: Call, state: State, frame: Frame): readonly SignIn[] =>
  readSignIns(call, state, frame).map(it => it.value);

const readSignIns = (call: Call, state: State, frame: Frame): readonly Reading<SignIn>[] =>
  frame.world.readersOf(call).forms.flatMap(form =>
    readings(state, frame, surroundings => form.read(call, surroundings)).flatMap(
      ({ value, settings }) =>
        [value, ...(value.otherwise ? [value.otherwise] : [])].map(it => ({
          value: restored(inCloud(it, state), state),
          settings,
        })),
    ),
  );

function perform(call: Call, isAlternative: boolean, state: State, frame: Frame): void {
  frame.world.input.observe?.(call);
  noteGiven(call, frame.world);
  const signIns = readSignIns(call, state, frame);
  const isOneOf = isAlternative || signIns.length > 1;
  const occupants = signIns.map(it => record(it, isOneOf, frame));
  openSessions(signIns, occupants, state);
  for (const occupant of occupants) gatherProvider(call, occupant, frame);
  for (const reader of frame.world.readersOf(call).readers) {
    const [effects] = readings(state, frame, surroundings => reader.read(call, surroundings));
    if (effects) take(effects.value, call, occupants, state, frame);
  }
}

function take(
  effects: Effects,
  call: Call,
  occupants: readonly Occupant[],
  state: State,
  frame: Frame,
): void {
  // A provider signs in when the command starts, before any script that the command runs.
  const inside = effects.isContained ? withoutSessions(state) : state;
  const before = { ...inside, sessions: inside.sessions.fork() };
  const providers = effects.runs.flatMap(runs => runEffect(runs, call, inside, frame));
  const run = effects.runs.flatMap(it => rootOf(it) ?? []);
  // Hooks of Terragrunt come before Terraform starts, and may sign in for it.
  const around = run.some(it => it.hasHooks) ? inside : before;
  const roots = new Set(run.map(it => it.session));
  recordOperations(effects.operations, { occupants, roots, providers }, around, frame);
  for (const change of effects.directory ?? []) {
    const { entryPoint, chain } = frame;
    frame.world.journal.directory.push({ change, entryPoint, chain });
  }
  for (const session of effects.closes) closeSession(session, state);
  if (effects.startsAfresh) beginAfresh(effects.startsAfresh, state);
  if (effects.saves) saveSession(effects.saves.session, effects.saves.under, state);
  if (effects.cloud) state.cloud = effects.cloud;
  if (effects.setsVariables) state.isOpen = true;
  if (effects.probes) state.hasSucceeded = isSurelyOpen(occupantsOf(effects.probes, state));
}

/** That nobody is signed in is never sure: a runner may keep a session from before. */
const isSurelyOpen = (occupants: readonly Occupant[] | undefined): true | undefined =>
  occupants?.every(it => it.kind === 'sign-in') ? true : undefined;

/** `az cloud set` decides where the Azure CLI signs in. */
const inCloud = (signIn: SignIn, state: State): SignIn =>
  state.cloud && signIn.cloud === 'public' && signIn.opens.includes('azure-cli')
    ? { ...signIn, cloud: state.cloud }
    : signIn;

function record(
  { value, settings }: Reading<SignIn>,
  isAlternative: boolean,
  frame: Frame,
): Occupant {
  const { entryPoint, origin, chain, isConditional, world } = frame;
  const signIn = placed(value, frame);
  const confidence = isAlternative ? 'possible' : isConditional ? 'likely' : 'certain';
  const order = orderIn(world.journal);
  world.journal.signIns.push({ signIn, entryPoint, origin, confidence, chain, settings, order });
  for (const remark of signIn.remarks) {
    if (remark.kind !== 'usage-error' || isAlternative) continue;
    const message = `these arguments are refused, and nobody is signed in: ${remark.message}`;
    world.problems.push({ at: signIn.at, message });
  }
  return { kind: 'sign-in', signIn, isAlternative };
}

/** A command put together in several ways is one sign-in for each identity, where the first of them is written. */
function placed(signIn: SignIn, { site, world }: Frame): SignIn {
  if (!site) return signIn;
  const key = JSON.stringify([site, signIn.form, signIn.identity]);
  const before = world.placed.get(key);
  if (before) return { ...signIn, at: before.at };
  world.placed.set(key, signIn);
  return signIn;
}

function openSessions(
  signIns: readonly Reading<SignIn>[],
  occupants: readonly Occupant[],
  state: State,
): void {
  const opened = new Map<string, Occupant[]>();
  for (const [index, { value: signIn }] of signIns.entries()) {
    const occupant = occupants[index];
    if (!occupant || hasFailed(signIn)) continue;
    for (const session of signIn.opens) {
      opened.set(session, [...(opened.get(session) ?? []), occupant]);
    }
  }
  for (const [session, all] of opened) {
    const before = session === PROCESS ? (state.sessions.get(session) ?? []) : [];
    openSession(session, [...before.filter(it => !isAmong(it, all)), ...all], state);
  }
}

/** The same sign-in, come upon once more. */
const isAmong = (occupant: Occupant, all: readonly Occupant[]): boolean =>
  occupant.kind === 'sign-in' &&
  all.some(it => it.kind === 'sign-in' && signInKey(it.signIn) === signInKey(occupant.signIn));

const hasFailed = (signIn: SignIn): boolean => signIn.remarks.some(it => it.kind === 'usage-error');
