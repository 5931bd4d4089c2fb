//! What holds at one point of a run: variables, functions, the folder, who is signed in.

import type { Cloud } from '../domain/operation.ts';
import type { SignIn } from '../domain/sign-in.ts';
import type { Span } from '../domain/span.ts';
import type { Step } from '../domain/step.ts';
import type { Alternatives, Datum } from './datum.ts';
import { type Names, newNames } from './names.ts';
import type { Frame } from './world.ts';

export interface State {
  variables: Names<Alternatives>;
  readonly functions: Names<ShellFunction>;
  /** Positional parameters, `$1` first; `undefined` when a caller of elsewhere gives them. */
  arguments: readonly Datum[] | undefined;
  /** Relative to the root; `undefined` when it cannot be known, as after branches that change it differently. */
  folder: string | undefined;
  /** Who may be signed in; a session without an entry was opened by nothing in the repository. */
  readonly sessions: Names<readonly Occupant[]>;
  /** Text that this run wrote to files, by path: what a later `bash file` would run. */
  readonly written: Names<Datum>;
  /** Images that this run built, by `imageName`, each as what its last step left. */
  readonly images: Names<State>;
  /** What earlier steps gave out: `step.name`. */
  outputs: Names<Alternatives>;
  /** Variables for the steps to come: `$GITHUB_ENV`. */
  readonly laterVariables: Names<Alternatives>;
  /** The cloud that was selected for the Azure CLI; `undefined` when none was. */
  cloud: Cloud | undefined;
  /** More variables may be set than are known here. */
  isOpen: boolean;
  /** Whether the last command went well, where that can be told. */
  hasSucceeded: boolean | undefined;
  /** Who was in the sessions that the last command opened, as `sessions` names them: should it have failed, they still are. */
  replaced: Map<string, readonly Occupant[]>;
  /** `exit`, `return`, `break` or `continue` ended this way. */
  stopped: Stop | undefined;
  /** Ways that ended like that while others went on: they count again where what they left ends. */
  left: readonly State[];
  /** Variables that the running function made its own, as they were outside; `undefined` when none runs. */
  shadowed: Map<string, Alternatives | undefined> | undefined;
}

/** What `continue`, `break`, `return` and `exit` leave. */
export type Stop = 'round' | 'loop' | 'function' | 'program';

export interface ShellFunction {
  readonly body: readonly Step[];
  readonly at: Span;
  /** Whose inputs it sees, where those are not its caller's. */
  readonly home?: Pick<Frame, 'inputs' | 'locals' | 'home'>;
}

/** Somebody in a session. */
export type Occupant =
  | { readonly kind: 'sign-in'; readonly signIn: SignIn; readonly isAlternative: boolean }
  /** On one of the ways here nobody signed in. */
  | { readonly kind: 'nobody' };

export const newState = (folder: string | undefined): State => ({
  variables: newNames(),
  functions: newNames(),
  arguments: undefined,
  folder,
  sessions: newNames(),
  written: newNames(),
  images: newNames(),
  outputs: newNames(),
  laterVariables: newNames(),
  cloud: undefined,
  isOpen: false,
  hasSucceeded: undefined,
  replaced: new Map(),
  stopped: undefined,
  left: [],
  shadowed: undefined,
});

/** What happens to one of the two is not seen in the other. */
export const copyOf = (state: State): State => ({
  variables: state.variables.fork(),
  functions: state.functions.fork(),
  arguments: state.arguments,
  folder: state.folder,
  sessions: state.sessions.fork(),
  written: state.written.fork(),
  images: state.images.fork(),
  outputs: state.outputs.fork(),
  laterVariables: state.laterVariables.fork(),
  cloud: state.cloud,
  isOpen: state.isOpen,
  hasSucceeded: state.hasSucceeded,
  replaced: state.replaced,
  stopped: state.stopped,
  left: state.left,
  shadowed: state.shadowed && new Map(state.shadowed),
});

/** A copy in which variables and the folder change freely; what is on the machine stays. */
export function subshell(state: State): State {
  const { sessions, written, images, outputs, laterVariables } = state;
  return { ...copyOf(state), sessions, written, images, outputs, laterVariables, left: [] };
}

/** On another machine, where nobody is signed in. */
export const withoutSessions = (copy: State): State => ({ ...copy, sessions: newNames() });

export const NOBODY: Occupant = { kind: 'nobody' };

export const NOWHERE: Span = { path: '', start: 0, end: 0 };

/** PowerShell's are defined in lower case and called in any: `Connect-Azure`. */
export const functionNamed = (name: string, { functions }: State): ShellFunction | undefined =>
  functions.get(name) ?? (/^\w+-\w+$/.test(name) ? functions.get(name.toLowerCase()) : undefined);
