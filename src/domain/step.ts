//! What a pipeline, script or infrastructure file does, in order: the small program that `resolve` runs abstractly.

import type { Choice, Condition } from './condition.ts';
import type { Entry, Expression } from './expression.ts';
import type { ProgramFiles } from './program-files.ts';
import type { DetachedStep, ScopeStep } from './scope-step.ts';
import type { Span } from './span.ts';

export type Step =
  | CommandStep
  | ComponentStep
  | ConstructStep
  | ScriptStep
  | RunStep
  | AssignStep
  | DefineStep
  | { readonly kind: 'change-folder'; readonly to: Expression; readonly at: Span }
  | WriteStep
  | BranchStep
  | LoopStep
  | ScopeStep
  | DetachedStep
  | StopStep;

/** A command line: `az login -u "$USER"`. */
export interface CommandStep {
  readonly kind: 'command';
  /** The command's name first. */
  readonly words: readonly Expression[];
  /** Variables set for this command alone: `ARM_USE_CLI=false terraform plan`. */
  readonly environment: readonly Entry[];
  /** What stands on its standard input, when the file says so: a heredoc, `<<<`. */
  readonly input?: Expression;
  /** The file that its standard output goes to, when what it prints is not known. */
  readonly output?: Expression;
  /** What follows runs all the same when it fails: `… || true`. */
  readonly mayFail?: true;
  /** From the first word to the last. */
  readonly at: Span;
}

/** An action or task by the name its platform knows it by, without a version: `azure/login`. */
export interface ComponentStep {
  readonly kind: 'component';
  readonly name: string;
  readonly version: string;
  readonly inputs: readonly Entry[];
  /** The name, where it stands: `azure/login@v2`. */
  readonly at: Span;
}

/** A declaration that holds an identity, a credential or a setting: a provider block, app settings. */
export interface ConstructStep {
  readonly kind: 'construct';
  /** One of the neutral types listed in `surfaces/README.md`: `terraform-provider`, `app-settings` … */
  readonly type: string;
  /** An object. */
  readonly args: Expression;
  /** The declaration's head: `provider "azurerm"`. */
  readonly at: Span;
}

/** A text that is run as a program. */
export interface ScriptStep {
  readonly kind: 'script';
  /** The id of a language in `languages/`, or whatever the file calls it when none fits. */
  readonly language: string;
  /** Names the language when that is known only when it runs. */
  readonly languageFrom?: Expression;
  readonly source: Expression;
  /** Another program reads it: what a shell keeps to itself is not there. */
  readonly isProgram?: true;
  readonly at: Span;
}

/** Another file or folder of the repository that is run: a script, composite action, module. */
export interface RunStep {
  readonly kind: 'run';
  readonly routine: RoutineType;
  /** Of several the first that there is. */
  readonly path: Expression;
  /** What the path is relative to: the current folder, that of the file that runs it; else the root. A script's is to the current folder. */
  readonly from?: 'current-folder' | 'own-folder';
  /** What a chain of places calls it: "target `deploy`". */
  readonly title?: string;
  readonly inputs: readonly Entry[];
  readonly arguments: readonly Expression[];
  /** Files of values that it is given where they are there: a list of paths. */
  readonly valueFiles?: Expression;
  /** For a module: the provider configurations that it is given. */
  readonly passes?: Passed;
  /** True for `source` and `.`: the other file's variables, functions and folder stay. */
  readonly sharesProcess: boolean;
  /** A module, named from beside the file, maybe without its ending: it runs when the process comes to it first. */
  readonly isModule?: true;
  /** The path is a folder, and these files in it make one program, which runs in one process. */
  readonly files?: ProgramFiles;
  readonly at: Span;
}

/** By the names that they have inside, the caller's: `azurerm` is `azurerm.hub`; or those without an alias, as the caller has them. */
export type Passed = ReadonlyMap<string, string> | 'defaults';

/** Kinds of things that others run; open, because each surface may bring its own. */
export type RoutineType = string;

export interface AssignStep {
  readonly kind: 'assign';
  readonly name: string;
  /** Says the name, when it is known only when it runs. */
  readonly nameFrom?: Expression;
  readonly value: Expression;
  /** `x+=…`: joined to what it holds. */
  readonly appends: boolean;
  /** Only in the function that is running: `local x=…`. */
  readonly isLocal: boolean;
  /** Only when it is unset or empty: `: "${x:=y}"`, `x ?= y`. */
  readonly onlyIfUnset: boolean;
  /** Programs that this one starts do not see it, unless it stood in the environment before: `x=…` in a shell. */
  readonly isOwn?: boolean;
  /** Only when the routine is run this way, as of a scope. */
  readonly onlyUnder?: readonly string[];
  readonly at: Span;
}

/** A shell function, or steps that a template is handed. */
export interface DefineStep {
  readonly kind: 'define';
  readonly name: string;
  /** Nobody but this program calls it: a label of a batch file, a task. */
  readonly isPrivate?: true;
  /** Whoever calls it, its body sees the inputs of the routine that defines it. */
  readonly isClosure?: true;
  /** Where functions stand that are parts of it: when one of them was called, it was called. */
  readonly parts?: readonly Span[];
  readonly body: readonly Step[];
  readonly at: Span;
}

/** Text written to a file: `echo "X=$x" >> "$GITHUB_ENV"`, `cat > run.sh <<EOF`. */
export interface WriteStep {
  readonly kind: 'write';
  readonly target: Expression;
  readonly content: Expression;
  readonly appends: boolean;
  readonly at: Span;
}

export interface BranchStep {
  readonly kind: 'branch';
  readonly arms: readonly (readonly Step[])[];
  /** False when it may be that no arm runs: an `if` without `else`, the right side of `&&`. */
  readonly isExhaustive: boolean;
  /** Where it can be told what decides: the first arm runs when it holds, the second when it does not. */
  readonly when?: Condition;
  /** All arms run, each beside the others. */
  readonly areTogether?: true;
  /** The author counts on its one arm: what follows `&&` after a command that does something. Only failing skips it. */
  readonly isExpected?: true;
  /** It runs also after `exit`: `trap … EXIT`. */
  readonly isAtExit?: true;
  /** For arms that patterns choose: `case`. */
  readonly choice?: Choice;
  readonly at: Span;
}

export interface LoopStep {
  readonly kind: 'loop';
  /** `for variable in items`; absent for `while`. */
  readonly variable?: string;
  /** Each item of a list that is known has a round of its own, each entry of an object too: `{ key, value }`. */
  readonly isInTurn?: true;
  readonly items: readonly Expression[];
  /** What has to hold for a round; absent where that cannot be told. */
  readonly when?: Condition;
  /** What runs before `when` is looked at again; before the first round it stands in front of the loop. */
  readonly test?: readonly Step[];
  readonly body: readonly Step[];
  readonly at: Span;
}

/** `exit`, `return`, `break`, `continue`: what stands after it in that body does not run. */
export interface StopStep {
  readonly kind: 'stop';
  readonly leaves: 'program' | 'function' | 'loop' | 'round';
  readonly at: Span;
}
