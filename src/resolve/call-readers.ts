//! Which readers a call is put before: a command line before those that name its program, a library's before those that read libraries.

import type { Call } from '../domain/call.ts';
import { isLibraryCall } from '../domain/library-call.ts';
import type { OperationReader } from '../domain/operation.ts';
import { programName } from '../domain/program-name.ts';
import type { SignInForm } from '../domain/sign-in.ts';

export interface CallReaders {
  readonly forms: readonly SignInForm[];
  readonly readers: readonly OperationReader[];
}

/** By what they say of themselves, which is gone through once for each program. */
export function readersByCall(all: CallReaders): (call: Call) => CallReaders {
  const ofLibraries = those(all, it => it.libraries !== undefined);
  const byProgram = new Map<string, CallReaders>();
  return call => {
    if (call.kind !== 'command') return isLibraryCall(call) ? ofLibraries : all;
    const program = programName(call);
    const found = byProgram.get(program) ?? those(all, it => readsProgram(it, program));
    byProgram.set(program, found);
    return found;
  };
}

type AnyReader = SignInForm | OperationReader;

const those = (
  { forms, readers }: CallReaders,
  reads: (reader: AnyReader) => boolean,
): CallReaders => ({ forms: forms.filter(reads), readers: readers.filter(reads) });

const readsProgram = (reader: AnyReader, program: string): boolean =>
  reader.programs.includes(program) ||
  ('programPattern' in reader && reader.programPattern?.test(program) === true);
