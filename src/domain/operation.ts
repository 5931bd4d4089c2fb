//! What a call does to Azure, or has done, with the identity it runs under.

import type { Call } from './call.ts';
import type { DirectoryChange } from './directory.ts';
import type { Reader } from './reader.ts';
import type { Root } from './root.ts';
import type { Session, Surroundings } from './sign-in.ts';
import type { Span } from './span.ts';
import type { RoutineType, Step } from './step.ts';
import type { Value } from './value.ts';

/** Whose interface is called; mandatory MFA looks at `arm`, Azure Resource Manager. */
export type Audience =
  | 'arm'
  | 'microsoft-graph'
  | 'azure-devops'
  | 'key-vault'
  | 'storage'
  | 'sql'
  | 'container-registry'
  | 'kubernetes'
  | 'power-platform'
  | 'microsoft-365'
  | 'portal'
  | 'other'
  | 'unknown';

export type Cloud = 'public' | 'us-government' | 'china' | 'germany' | 'unknown';

export type Effect = 'read' | 'write' | 'unknown';

export interface Operation {
  readonly at: Span;
  /** What a person would say ran: `terraform apply`, `az group create`, `azure/arm-deploy`. */
  readonly tool: string;
  readonly effect: Effect;
  /** It posts a request instead of creating, updating or deleting something: `az vm start`. */
  readonly isAction?: true;
  readonly audience: Audience;
  /** Whose session it uses, the first that is open; that of a root is whoever its declarations sign in as. */
  readonly sessions: readonly Session[];
  /** It is told which of those who signed in there so far it acts as, and which one is not known here. */
  readonly isChosen?: true;
  /** Left out where none of its sessions was opened: the command itself does not say that it is about Azure. */
  readonly isOnlyAsSeen?: true;
}

/** All that a call does besides signing in. */
export interface Effects {
  readonly operations: readonly Operation[];
  readonly runs: readonly Runs[];
  /** Sessions that it closes: `az logout`. */
  readonly closes: readonly Session[];
  /** It goes well when somebody is signed in to this session, and fails when nobody is: `az account show`. */
  readonly probes?: Session;
  /** From now on nobody is signed in there, and who signs in is so while the process runs: `Disable-AzContextAutosave`. */
  readonly startsAfresh?: Session;
  /** Whoever is in the one session is found under the other name as well: `Save-AzContext`. */
  readonly saves?: { readonly session: Session; readonly under: Session };
  /** It sets variables for what comes later, and not all of them can be known. */
  readonly setsVariables?: true;
  /** The cloud it selects for its session: `az cloud set`. */
  readonly cloud?: Cloud;
  /** It happens in a container of its own, where none of the sessions around it is open. */
  readonly isContained?: true;
  /** What it changes in the directory: users, what they are given, policies. */
  readonly directory?: readonly DirectoryChange[];
}

/** What a call starts in turn. */
export type Runs =
  | {
      readonly kind: 'routine';
      readonly type: RoutineType;
      /** Relative to the current folder. */
      readonly path: Value<string>;
      /** Every file of that name in the folder at the path, and below it. */
      readonly everyBelow?: string;
      /** Values given on the command line, by parameter name. */
      readonly inputs: ReadonlyMap<string, Value<string>>;
      /** Files that hold more values, relative to the current folder, in order. */
      readonly valueFiles: readonly Value<string>[];
      /** How many of those files come before an input, for one that later files may change; all of them when absent. */
      readonly filesBefore?: ReadonlyMap<string, number>;
      /** The file that keeps the values it is run with, and the one that holds those of a run before: a plan. */
      readonly keeps?: Value<string>;
      readonly resumes?: Value<string>;
      /** The workspace of the root from now on. */
      readonly selects?: Value<string>;
      /** Variables that hold while it runs. */
      readonly environment?: ReadonlyMap<string, Value<string>>;
      /** How it is run: `apply`, `plan`, `init` … */
      readonly action: string;
      /** Its own declarations say who acts; absent for what runs under the sessions around it. */
      readonly root?: Root;
      /** What a chain of places says before the path; `runs` when absent. */
      readonly verb?: string;
    }
  | {
      readonly kind: 'script';
      readonly language: string;
      readonly source: Value<string>;
      /** `shared`: under the session of the job; `machine`: somewhere else, with nobody signed in. */
      readonly session: 'shared' | 'machine';
    }
  /** Steps that take the place of the call: a task of a file, with what the command line gives it. */
  | { readonly kind: 'steps'; readonly steps: readonly Step[] };

/** What a family of commands, tasks or actions does. */
export interface OperationReader extends Reader {
  /** Of more programs than can be listed: how they are called, in lower case. */
  readonly programPattern?: RegExp;
  /** It does nothing itself, and runs the tasks of a file: `make`. */
  readonly isTaskRunner?: true;
  /** `undefined` when the call is something else. */
  read(call: Call, context: Surroundings): Effects | undefined;
}

export const NO_EFFECTS: Effects = { operations: [], runs: [], closes: [] };
