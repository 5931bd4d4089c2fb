//! What C#, Java and Go have in common: packages that imports name, and chains of calls that make objects.

import type { Dialect } from './dialect.ts';

export const TYPED: Omit<
  Dialect,
  'grammar' | 'parse' | 'self' | 'constructorName' | 'environmentRead' | 'resultOf' | 'stepsOf'
> = {
  nameOf: ({ library, path }) => ({ library, name: path.join('.') }),
  // Whatever a class or package gives may be one of its objects: `X.builder()`, `azidentity.NewX(…)`, and the next link of a chain.
  makesObject: () => true,
  classOf: name => name.split('.', 1)[0] ?? name,
  importedBy: () => undefined,
  globalNamed: () => undefined,
  methodOf: (name, libraries) => ({ library: [...libraries].join(' '), name: `?.${name}` }),
  isForeign: () => false,
  filesOf: () => [],
};
