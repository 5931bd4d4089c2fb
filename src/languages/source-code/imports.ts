//! Imports: what the names that they bring stand for, and the files of the repository that run because of them.

import type { Step } from '../../domain/step.ts';
import { type Lowering, placeIn } from './lowering.ts';
import { moduleStep } from './plain-imports.ts';
import type { CodeImport } from './tree.ts';

export function importSteps(statement: CodeImport, lowering: Lowering): readonly Step[] {
  const { library, names } = statement;
  const { notes, dialect } = lowering;
  notes.libraries.add(library);
  for (const { local, name } of names) {
    const path = name === '*' ? [] : [name];
    notes.imports.set(local, { kind: 'export', library, path });
  }
  const at = placeIn(lowering, statement);
  const files = dialect.filesOf(library).map(it => moduleStep(it, at));
  return [...files, ...(dialect.packageSteps?.(library, at) ?? [])];
}
