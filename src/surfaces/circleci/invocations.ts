//! Where workflows name jobs: what they give them, once for each combination of a matrix.
//! Source: https://circleci.com/docs/reference/configuration-reference/#matrix

import type { Span } from '../../domain/span.ts';
import {
  childOf,
  entriesOf,
  itemsOf,
  textOf,
  type YamlEntry,
  type YamlNode,
} from '../../languages/yaml/tree.ts';

/** A job where a workflow names it. */
export interface Invocation {
  readonly name: string;
  /** A mapping; absent where only the name stands. */
  readonly given: YamlNode | undefined;
  /** Values of the matrix, by parameter; several where combinations are not told apart. */
  readonly row: ReadonlyMap<string, readonly YamlNode[]>;
  readonly at: Span;
}

/** More combinations than these are not told apart. */
const COMBINATIONS_MAX = 16;

export function invocationsIn(workflows: YamlNode | undefined): readonly Invocation[] {
  return entriesOf(workflows).flatMap(({ value }) =>
    itemsOf(childOf(value, 'jobs')).flatMap((item): readonly Invocation[] => {
      if (item.kind === 'scalar') {
        return [{ name: item.text, given: undefined, row: new Map(), at: item.at }];
      }
      return entriesOf(item).flatMap(({ key, value: given }) =>
        rowsOf(childOf(given, 'matrix')).map(row => ({ name: key.text, given, row, at: key.at })),
      );
    }),
  );
}

/** The values for one parameter: of the matrix, or else what stands beside it. */
export const givenFor = ({ given, row }: Invocation, parameter: string): readonly YamlNode[] => {
  const own = childOf(given, parameter);
  return row.get(parameter) ?? (own ? [own] : []);
};

/** More invocations of one job than these are one, which may have any of their values; without any it has its defaults. */
export function togetherAt(
  invocations: readonly Invocation[],
  parameters: readonly YamlEntry[],
  at: Span,
): readonly Invocation[] {
  const [first] = invocations;
  if (first && invocations.length <= INVOCATIONS_MAX) return invocations;
  const row = parameters.flatMap(({ key }) => {
    const values = invocations.flatMap(it => givenFor(it, key.text));
    return values.length > 0 ? [[key.text, values] as const] : [];
  });
  return [{ name: first?.name ?? '', given: undefined, row: new Map(row), at }];
}

const INVOCATIONS_MAX = 32;

type Row = Invocation['row'];

function rowsOf(matrix: YamlNode | undefined): readonly Row[] {
  const axes = entriesOf(childOf(matrix, 'parameters')).map(
    ({ key, value }) => [key.text, value.kind === 'sequence' ? value.items : [value]] as const,
  );
  const count = axes.reduce((product, [, values]) => product * values.length, 1);
  if (count > COMBINATIONS_MAX) return [new Map(axes)];
  const rows = axes.reduce<readonly Row[]>(
    (all, [name, values]) => all.flatMap(row => values.map(it => new Map([...row, [name, [it]]]))),
    [new Map()],
  );
  const excluded = itemsOf(childOf(matrix, 'exclude'));
  return rows.filter(row => !excluded.some(it => matches(row, it)));
}

const matches = (row: Row, excluded: YamlNode): boolean =>
  entriesOf(excluded).length > 0 &&
  entriesOf(excluded).every(({ key, value }) => {
    const text = textOf(value);
    return text !== undefined && textOf(row.get(key.text)?.[0]) === text;
  });
