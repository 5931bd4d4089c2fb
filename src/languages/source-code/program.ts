//! A text of code to the steps it runs: its functions first, then what stands outside of them.

import { EVERYTHING, type Interest } from '../../domain/interest.ts';
import type { Region } from '../../domain/region.ts';
import type { Step } from '../../domain/step.ts';
import type { Program } from '../../domain/surface.ts';
import type { Dialect } from './dialect.ts';
import { definitionStep, stemOf } from './functions.ts';
import { importSteps } from './imports.ts';
import { lex } from './lex.ts';
import type { Lowering } from './lowering.ts';
import { pruned } from './prune.ts';
import { readerOf } from './reader.ts';
import { blocksIn, namesSetIn, type Scope } from './scope.ts';
import { sourceOf } from './source.ts';
import { bodySteps } from './statements.ts';
import type { CodeDefinition, Statement } from './tree.ts';

/** In UTF-16 code units. People do not write longer files; what is longer was put together by a program. */
const TEXT_LENGTH_MAX = 1024 * 1024;

/** Never throws. */
export function programOfCode(
  region: Region,
  dialect: Dialect,
  interest: Interest = EVERYTHING,
): Program {
  if (region.text.length > TEXT_LENGTH_MAX) return NOTHING;
  // Parser and walk are recursive; what exhausts the stack all the same is given up as a whole.
  try {
    return { steps: stepsOfCode(region, dialect, interest), problems: [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { steps: [], problems: [{ at: region.at, message: 'nested too deep to be read' }] };
  }
}

const NOTHING: Program = { steps: [], problems: [] };

interface Found {
  readonly name: string;
  readonly definition: CodeDefinition;
  readonly scope: Scope;
}

function stepsOfCode(region: Region, dialect: Dialect, interest: Interest): readonly Step[] {
  const source = sourceOf(region);
  const reader = readerOf(source.text, lex(source.text, dialect.grammar), dialect.grammar);
  const statements = dialect.parse(reader);
  const stem = stemOf(region.at.path);
  const scope: Scope = {
    title: stem,
    names: namesSetIn(statements),
    outer: undefined,
    className: undefined,
  };
  const found = definitionsIn(statements, undefined, scope, stem);
  const lowering: Lowering = {
    source,
    dialect,
    interest,
    notes: {
      stem,
      meanings: new Map(),
      calls: new Map(),
      imports: new Map(),
      libraries: new Set(),
      functions: new Map(found.map(it => [it.name, it.definition])),
      classes: new Set(classNames(statements)),
      fields: new Set(dialect.callsOwnMembers ? fieldNames(statements) : []),
      literals: new Map(),
    },
    scope,
    depth: 0,
    isInline: true,
  };
  const imports = importsIn(statements, lowering);
  const main = bodySteps(statements, lowering);
  const definitions = found.map(it => definitionStep(it.definition, it.scope, lowering));
  return pruned([...imports, ...definitions, ...main]);
}

/** Imports inside functions hold in the whole text here. */
function importsIn(statements: readonly Statement[], lowering: Lowering): readonly Step[] {
  return statements.flatMap(statement =>
    statement.kind === 'import'
      ? importSteps(statement, lowering)
      : allBlocksIn(statement).flatMap(it => importsIn(it, lowering)),
  );
}

const allBlocksIn = (statement: Statement): readonly (readonly Statement[])[] =>
  statement.kind === 'function' || statement.kind === 'class'
    ? [statement.body]
    : blocksIn(statement);

/** Those inside others too, which know the names of these; a method is called `Class.method`. */
function definitionsIn(
  statements: readonly Statement[],
  className: string | undefined,
  outer: Scope,
  stem: string,
): readonly Found[] {
  return statements.flatMap((statement): readonly Found[] => {
    if (statement.kind === 'class')
      return definitionsIn(statement.body, statement.name, outer, stem);
    if (statement.kind !== 'function') {
      return blocksIn(statement).flatMap(it => definitionsIn(it, className, outer, stem));
    }
    const { parameters, body } = statement;
    const name = className === undefined ? statement.name : `${className}.${statement.name}`;
    const names = namesSetIn(body, parameters);
    const scope: Scope = { title: `${stem}.${name}`, names, outer, className };
    const found: Found = { name, definition: statement, scope };
    return [found, ...definitionsIn(body, undefined, scope, stem)];
  });
}

const classNames = (statements: readonly Statement[]): readonly string[] =>
  statements.flatMap(statement => [
    ...(statement.kind === 'class' ? [statement.name] : []),
    ...allBlocksIn(statement).flatMap(classNames),
  ]);

const fieldNames = (statements: readonly Statement[]): readonly string[] =>
  statements.flatMap(statement => {
    if (statement.kind === 'class') {
      return [...namesSetIn(statement.body), ...fieldNames(statement.body)];
    }
    return allBlocksIn(statement).flatMap(fieldNames);
  });
