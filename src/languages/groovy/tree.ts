//! A Groovy script as statements and expressions with their places: as much of the language as pipelines are written in.

import type { Region } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';

export type GroovyStatement =
  | { readonly kind: 'expression'; readonly of: GroovyExpression; readonly at: Span }
  /** `def x = v`, `x = v`, `env.X = v`, `x += v`. */
  | {
      readonly kind: 'assign';
      readonly path: readonly string[];
      readonly value: GroovyExpression | undefined;
      readonly appends: boolean;
      readonly isDeclared: boolean;
      readonly at: Span;
    }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly parameters: readonly GroovyParameter[];
      readonly body: readonly GroovyStatement[];
      readonly at: Span;
    }
  /** `if`: two arms, the second empty without `else`. */
  | {
      readonly kind: 'if';
      readonly condition: GroovyExpression;
      readonly then: readonly GroovyStatement[];
      readonly otherwise: readonly GroovyStatement[];
      readonly at: Span;
    }
  | {
      readonly kind: 'switch';
      readonly subject: GroovyExpression;
      readonly arms: readonly (readonly GroovyStatement[])[];
      readonly hasDefault: boolean;
      readonly at: Span;
    }
  /** `for (x in xs)`, `while (…)`. */
  | {
      readonly kind: 'loop';
      readonly variable?: string;
      readonly over: GroovyExpression;
      readonly body: readonly GroovyStatement[];
      readonly at: Span;
    }
  | {
      readonly kind: 'try';
      readonly body: readonly GroovyStatement[];
      readonly handlers: readonly (readonly GroovyStatement[])[];
      readonly after: readonly GroovyStatement[];
      readonly at: Span;
    }
  | {
      readonly kind: 'stop';
      readonly word: 'return' | 'throw' | 'break' | 'continue';
      readonly value: GroovyExpression | undefined;
      readonly at: Span;
    }
  /** The members of a class. */
  | { readonly kind: 'class'; readonly body: readonly GroovyStatement[]; readonly at: Span };

export interface GroovyParameter {
  readonly name: string;
  readonly fallback: GroovyExpression | undefined;
  readonly at: Span;
}

export type GroovyExpression =
  | GroovyString
  /** `x`, `env.X`, `env['X']`, `a.b.c`. */
  | { readonly kind: 'name'; readonly path: readonly string[]; readonly at: Span }
  | GroovyCall
  /** `a + b + c`. */
  | { readonly kind: 'sum'; readonly parts: readonly GroovyExpression[]; readonly at: Span }
  | { readonly kind: 'list'; readonly items: readonly GroovyExpression[]; readonly at: Span }
  | { readonly kind: 'map'; readonly entries: readonly GroovyArgument[]; readonly at: Span }
  | GroovyClosure
  /** `c ? a : b`, `a ?: b`. */
  | {
      readonly kind: 'choice';
      readonly condition: GroovyExpression;
      readonly options: readonly GroovyExpression[];
      readonly at: Span;
    }
  | {
      readonly kind: 'comparison';
      readonly left: GroovyExpression;
      readonly right: GroovyExpression;
      readonly isEqual: boolean;
      readonly at: Span;
    }
  /** A number, `true`, `false`, `null`. */
  | { readonly kind: 'constant'; readonly text: string; readonly at: Span }
  /** Something else, with the expressions inside it. */
  | { readonly kind: 'other'; readonly parts: readonly GroovyExpression[]; readonly at: Span };

export interface GroovyString {
  readonly kind: 'string';
  /** Decoded; `${…}` and `$x` stand in it verbatim. */
  readonly region: Region;
  readonly holes: readonly GroovyHole[];
  /** Quotes included. */
  readonly at: Span;
}

/** `${…}` or `$x.y` in a string: offsets in the text of its region. */
export interface GroovyHole {
  readonly start: number;
  readonly end: number;
  readonly of: GroovyExpression;
}

/** `f(a)`, `f a, b: c`, `x.f(a)`, `f { … }`. */
export interface GroovyCall {
  readonly kind: 'call';
  readonly name: string;
  readonly target: GroovyExpression | undefined;
  /** Closures that follow the brackets come last. */
  readonly args: readonly GroovyArgument[];
  /** The name. */
  readonly nameAt: Span;
  readonly at: Span;
}

export interface GroovyArgument {
  readonly name: string | undefined;
  readonly value: GroovyExpression;
  readonly at: Span;
}

export interface GroovyClosure {
  readonly kind: 'closure';
  readonly parameters: readonly string[];
  readonly body: readonly GroovyStatement[];
  readonly at: Span;
}

/** The expressions that stand directly in one; not those in the statements of a closure. */
export function partsOf(expression: GroovyExpression): readonly GroovyExpression[] {
  switch (expression.kind) {
    case 'string':
      return expression.holes.map(it => it.of);
    case 'call':
      return [
        ...(expression.target ? [expression.target] : []),
        ...expression.args.map(it => it.value),
      ];
    case 'sum':
    case 'other':
      return expression.parts;
    case 'list':
      return expression.items;
    case 'map':
      return expression.entries.map(it => it.value);
    case 'choice':
      return [expression.condition, ...expression.options];
    case 'comparison':
      return [expression.left, expression.right];
    case 'name':
    case 'constant':
    case 'closure':
      return [];
  }
}

/** Of a string without holes. */
export const textOf = (expression: GroovyExpression | undefined): string | undefined =>
  expression?.kind === 'string' && expression.holes.length === 0
    ? expression.region.text
    : undefined;

export const argumentNamed = (
  args: readonly GroovyArgument[],
  name: string,
): GroovyExpression | undefined => args.find(it => it.name === name)?.value;
