//! A program of its own: its variables, its folder and its credentials end with it; what it did to the machine stays.

import { PROCESS } from '../domain/sign-in.ts';
import { keepMachine, rejoinAll } from './join.ts';
import { dropOwn } from './own-variables.ts';
import { type State, subshell } from './state.ts';

export function inNewProcess(state: State, run: (inside: State) => void): void {
  const around = state.sessions.get(PROCESS);
  state.sessions.delete(PROCESS);
  const inside = subshell(state);
  dropOwn(inside);
  run(inside);
  rejoinAll(inside);
  keepMachine(state, inside);
  if (around) state.sessions.set(PROCESS, around);
  else state.sessions.delete(PROCESS);
}
