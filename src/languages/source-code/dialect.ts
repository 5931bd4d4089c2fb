//! What a language adds to the common way of reading code: how it names libraries, reads its environment, starts programs.

import type { Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import type { Lowering, Meaning } from './lowering.ts';
import type { Grammar, Reader } from './reader.ts';
import type { Code, CodeCall, Statement } from './tree.ts';

export interface Dialect {
  readonly grammar: Grammar;
  parse(reader: Reader): readonly Statement[];
  /** What the running object is called: `self`, `this`. */
  readonly self: ReadonlySet<string>;
  /** The name of the function that makes an object: `__init__`, `constructor`. */
  readonly constructorName: string;
  /** A library and the name in it, as the documentation of libraries says them. */
  nameOf(meaning: Meaning & { readonly kind: 'export' }): LibraryName;
  /** Whether calling what is called so makes an object of that class. */
  makesObject(name: string, call: CodeCall): boolean;
  /** The class of what that gives, where the chain goes on with it: `Builder` of `Builder.create`. */
  classOf?(name: string): string;
  /** Methods and fields of the running object are called by their bare name. */
  readonly callsOwnMembers?: true;
  /** What an expression brings from a library: `require('x')`. */
  importedBy(code: Code, lowering: Lowering): Meaning | undefined;
  /** A variable of the environment, however it is read, and what it is when it is not set. */
  environmentRead(code: Code, lowering: Lowering): EnvironmentRead | undefined;
  /** What is there without an import: `fetch`. */
  globalNamed(name: string): LibraryName | undefined;
  /** Values that the language's own functions give. */
  resultOf(
    call: CodeCall,
    name: LibraryName | undefined,
    lowering: Lowering,
  ): Expression | undefined;
  /** Programs that a call starts; `undefined`: it starts none. */
  stepsOf(
    call: CodeCall,
    name: LibraryName | undefined,
    lowering: Lowering,
  ): readonly Step[] | undefined;
  /** Methods of objects that are handed around, under a library that the text imports: `page.goto(…)`. */
  methodOf(name: string, libraries: ReadonlySet<string>): LibraryName | undefined;
  /** Whether a library is known to start no program with what it is given. */
  isForeign(library: string): boolean;
  /** What an import runs that is named by no path: a package. */
  packageSteps?(library: string, at: Span): readonly Step[];
  /** The files that an import may mean, relative to the importing one, maybe without their endings; none for packages. */
  filesOf(library: string): readonly string[];
}

export interface LibraryName {
  readonly library: string;
  /** `Class`, `Class.method`, `function`. */
  readonly name: string;
}

export interface EnvironmentRead {
  readonly name: Code;
  readonly fallback?: Code;
}
