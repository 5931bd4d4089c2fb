//! Everything a run needs to know of the repository and of the readers: given once, never changed.

import type { Call, Inputs } from '../domain/call.ts';
import type { Expression } from '../domain/expression.ts';
import type { FileFacts } from '../domain/facts.ts';
import type { Interest } from '../domain/interest.ts';
import type { EntryPoint, Reach } from '../domain/model.ts';
import type { OperationReader } from '../domain/operation.ts';
import type { Region } from '../domain/region.ts';
import type { SignIn, SignInForm } from '../domain/sign-in.ts';
import type { Link, Problem, Span } from '../domain/span.ts';
import type { RoutineType, Step } from '../domain/step.ts';
import type { Language, Program } from '../domain/surface.ts';
import { type Budget, newBudget } from './budget.ts';
import type { CallReaders } from './call-readers.ts';
import type { Alternatives, Datum } from './datum.ts';
import type { Inertness } from './inert.ts';
import type { Journal } from './journal.ts';
import type { KeptTexts } from './kept-texts.ts';
import type { Names } from './names.ts';
import type { Programs, Watched } from './programs.ts';
import type { ProviderScope, ProviderUse } from './provider-names.ts';
import type { Repository } from './repository.ts';
import type { Occupant, ShellFunction, State } from './state.ts';

export interface ResolveInput {
  readonly files: readonly FileFacts[];
  readonly forms: readonly SignInForm[];
  readonly readers: readonly OperationReader[];
  readonly languages: readonly Language[];
  /** What those keep silent about; of everything nothing when absent. */
  readonly interest?: Interest;
  /** The text of any file of the repository: what `file("x.sh")` gives. */
  readonly texts: { get(path: string): string | undefined };
  /** What starts a routine that nothing here calls, by its path; `undefined` for what nobody said something of. */
  readonly starterOf?: (path: string) => Starter | undefined;
  /** The one entry point to run, by its id; all of them when absent. */
  readonly only?: string;
  /** Sees every call that may happen. */
  readonly observe?: (call: Call) => void;
  /** Sees every script that is run by its path and that the repository does not hold: a run may make it. */
  readonly miss?: (path: string, at: Span) => void;
}

/** Something of elsewhere that starts a routine of the repository. */
export interface Starter {
  /** As a chain of places says it: `cron on the build server`. */
  readonly by: string;
  readonly reach: Reach;
}

export interface World extends Repository {
  readonly input: ResolveInput;
  /** Types of routines that whoever gets their text runs: scripts, what a machine is given for its first start. */
  readonly textTypes: ReadonlySet<RoutineType>;
  /** Programs whose command lines some reader reads. */
  readonly programs: Programs;
  /** Those of them that it names: of the others it only knows how they are called, as `Verb-AzNoun`. */
  readonly namedPrograms: Programs;
  /** Command lines and files that are looked at for one of their words. */
  readonly watched: Watched;
  /** The only ones that can say something of the call. */
  readersOf(call: Call): CallReaders;
  /** Those of them that run the tasks of a file. */
  readonly taskRunners: Programs;
  readonly inertness: Inertness;
  programOf(language: string, region: Region): Program | undefined;
  readonly journal: Journal;
  readonly problems: Problem[];
  /** Routines that another routine or pipeline ran. */
  readonly ran: Set<string>;
  /** Those of them that were run with nobody there. */
  readonly ranUnwatched: Set<string>;
  /** Functions that were defined, and those that were called, by place. */
  readonly functions: Map<string, LeftBody>;
  readonly calledFunctions: Set<string>;
  /** Arms of branches that some run takes, and those that some run passes by, by place. */
  readonly takenArms: Set<string>;
  readonly leftArms: Map<string, LeftBody>;
  readonly keptTexts: KeptTexts;
  /** Paths of files that are here for other reasons than to run. */
  readonly asides: ReadonlySet<string>;
  /** Images by what they were built of: the first that was built with nobody there. */
  readonly images: Map<string, State>;
  /** Sign-ins of texts that were put together, by where the text is run and what they are. */
  readonly placed: Map<string, SignIn>;
  runSteps(steps: readonly Step[], state: State, frame: Frame): void;
  /** One of these calls happens. */
  perform(calls: readonly Call[], state: State, frame: Frame): void;
}

/** Steps that a run defines or passes by, and what is needed to run them after all. */
export interface LeftBody {
  readonly name: string;
  readonly body: readonly Step[];
  readonly frame: Frame;
  /** The other functions of its script. */
  readonly functions: Names<ShellFunction>;
  /** Those of its script, as they are when that has run. */
  readonly variables?: Names<Alternatives>;
  /** More variables may be set than are known here. */
  readonly isOpen?: boolean;
  /** Of functions: where it stands, and where its parts do. */
  readonly places?: readonly string[];
}

/** What does not change while one routine runs. */
export interface Frame {
  readonly world: World;
  readonly entryPoint: EntryPoint;
  /** The id of the entry point that was started: another than `entryPoint`'s in what runs on its own. */
  readonly origin: string;
  /** From the entry point to here. */
  readonly chain: readonly Link[];
  /** Parameters of the routine, evaluated. */
  readonly inputs: ReadonlyMap<string, Alternatives>;
  readonly locals: ReadonlyMap<string, Binding>;
  /** The folder of the routine's file: what `path.module` and relative paths mean. */
  readonly home: string;
  /** The folder of the root module, for `path.root`. */
  readonly rootFolder: string;
  /** `-backend-config` of the command that initialises the root. */
  readonly backendConfig: Inputs;
  /** How the routine is run: `apply`, `plan`. */
  readonly action: string;
  /** Keys of the routines and functions that are running: one of them again is a cycle. */
  readonly running: ReadonlySet<string>;
  /** Texts that are running, put together or written to a file: one of them again is a cycle too. */
  readonly texts: ReadonlySet<string>;
  /** True where whoever runs it may give other values than those that the repository has. */
  readonly isOpen: boolean;
  /** True inside a branch that may not run. */
  readonly isConditional: boolean;
  /** True for one of several command lines that a step may turn out to be. */
  readonly isAlternative: boolean;
  /** What stood in the holes of the scripts that are running when each of them started. */
  readonly given: Given | undefined;
  /** Where a text that was put together is run: what it says in several ways is said there once. */
  readonly site: Span | undefined;
  /** The id of the step that is running, for its outputs. */
  readonly stepId: string | undefined;
  /** Whose names of providers count. */
  readonly scope: ProviderScope;
  /** What the root that is running has gathered; `undefined` outside of one. */
  readonly root: RootRun | undefined;
  readonly budget: Budget;
}

export type Binding = { evaluate(): Alternatives };

export type Given = { get(hole: Expression): Alternatives | undefined };

/** Filled while the modules of one root run. */
export interface RootRun {
  readonly providers: ProviderSignIn[];
  /** What resources and modules of elsewhere use of them. */
  readonly uses: ProviderUse[];
  /** The workspace of Terraform's that it runs in; `undefined` when nobody can tell. */
  readonly workspace: Datum | undefined;
  /** The module that it runs is not here. */
  isElsewhere?: boolean;
  /** The values of its own parameters. */
  inputs?: ReadonlyMap<string, Alternatives>;
}

export interface ProviderSignIn {
  readonly provider: string;
  readonly occupant: Occupant;
  /** For a block: what it is called, and where. */
  readonly configures?: { readonly name: string; readonly scope: ProviderScope };
}

export function frameOf(world: World, entryPoint: EntryPoint): Frame {
  return {
    world,
    entryPoint,
    origin: entryPoint.id,
    chain: [{ at: entryPoint.at, message: entryPoint.title }],
    inputs: new Map(),
    locals: new Map(),
    home: '.',
    rootFolder: '.',
    backendConfig: new Map(),
    action: '',
    running: new Set(),
    texts: new Set(),
    isOpen: false,
    isConditional: false,
    isAlternative: false,
    given: undefined,
    site: undefined,
    stepId: undefined,
    scope: { outer: undefined, passed: 'defaults' },
    root: undefined,
    budget: newBudget(0),
  };
}

export const placeKey = (at: Span): string => `${at.path}:${at.start}`;
