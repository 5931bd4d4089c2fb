//! A parameter file: values for the template that it names with `using`.

import type { Entry } from '../../domain/expression.ts';
import type { ValueFile } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Statement } from '../../languages/bicep/statement-tree.ts';
import type { BicepFile } from '../../languages/bicep/tree.ts';
import { expressionOf } from './expressions.ts';
import { isElsewhere, type Meaning, type Reading, shortMeaning, spanOf } from './reading.ts';

export function valueFile({ path, text }: SourceFile, { statements }: BicepFile): ValueFile {
  const names = new Map<string, Meaning>();
  const reading: Reading = { path, text, meaningOf: name => names.get(name) };
  const values: Entry[] = [];
  for (const statement of statements) {
    switch (statement.kind) {
      // A file of values has no names of its own, so a variable is written out where it stands.
      case 'variable': {
        const name = statement.name.text;
        names.set(name, shortMeaning(name, expressionOf(statement.value, reading)));
        break;
      }
      case 'param': {
        const { name, value } = statement;
        if (!value) break;
        const at = spanOf(reading, { start: name.start, end: value.end });
        values.push({ name: name.text, value: expressionOf(value, reading), at });
        break;
      }
    }
  }
  const at = { path, start: 0, end: text.length };
  const serves = fileNamed('using', statements, path);
  const base = fileNamed('extends', statements, path);
  return {
    kind: 'values',
    type: 'bicep-file',
    path,
    ...(serves === undefined ? {} : { serves, isAsked: true }),
    ...(base === undefined ? {} : { base }),
    values,
    at,
  };
}

/** `using './main.bicep'`; `undefined` for one of elsewhere. */
function fileNamed(
  keyword: 'using' | 'extends',
  statements: readonly Statement[],
  path: string,
): string | undefined {
  const [target] = statements.flatMap(it =>
    it.kind === keyword ? (it.reference?.text ?? []) : [],
  );
  return target === undefined || isElsewhere(target) ? undefined : beside(path, target);
}

/** A path as a file of the repository writes it, relative to the root; `undefined` when it leaves the repository. */
function beside(path: string, reference: string): string | undefined {
  const parts = path.split('/').slice(0, -1);
  for (const part of reference.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
