//! The tree of a Bicep file and its expressions, each node with its offsets in the text.

import type { Segment } from '../../domain/region.ts';
import type { Statement } from './statement-tree.ts';

/** Offsets in code units; `end` is exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

export interface BicepFile {
  readonly statements: readonly Statement[];
  readonly comments: readonly Extent[];
  readonly errors: readonly BicepError[];
}

export interface BicepError extends Extent {
  /** Lower case, no full stop. */
  readonly message: string;
}

export interface Name extends Extent {
  /** Empty where the name is missing. */
  readonly text: string;
}

export type Expression =
  | StringNode
  | ObjectNode
  | CallNode
  | ForNode
  | (Extent &
      (
        | { readonly kind: 'integer'; readonly value: number }
        | { readonly kind: 'boolean'; readonly value: boolean }
        | { readonly kind: 'null' }
        | { readonly kind: 'array'; readonly items: readonly (Expression | SpreadNode)[] }
        | { readonly kind: 'name'; readonly name: string }
        /** `of.name`, `of.?name`. */
        | { readonly kind: 'member'; readonly of: Expression; readonly name: Name }
        /** `of[key]`, `of[?key]`, `of[^key]`. */
        | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
        /** `of::name`: a resource nested in another. */
        | { readonly kind: 'nested'; readonly of: Expression; readonly name: Name }
        /** `of!`. */
        | { readonly kind: 'non-null'; readonly of: Expression }
        | { readonly kind: 'unary'; readonly operator: string; readonly of: Expression }
        | BinaryNode
        | {
            readonly kind: 'conditional';
            readonly condition: Expression;
            readonly whenTrue: Expression;
            readonly whenFalse: Expression;
          }
        | { readonly kind: 'parenthesised'; readonly of: Expression }
        | { readonly kind: 'lambda'; readonly names: readonly string[]; readonly body: Expression }
        /** Only as the body of a resource, a module or a loop over them. */
        | { readonly kind: 'if'; readonly condition: Expression; readonly body: Expression }
        /** What could not be read; there is an error. */
        | { readonly kind: 'missing' }
      ));

export interface BinaryNode {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface StringNode extends Extent {
  readonly kind: 'string';
  /** Decoded; interpolations stand in it verbatim, as holes. */
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly holes: readonly StringHole[];
}

/** `${…}`; the offsets are those in the decoded text, delimiters included. */
export interface StringHole extends Extent {
  readonly expression: Expression;
}

export interface ObjectNode extends Extent {
  readonly kind: 'object';
  readonly entries: readonly (PropertyNode | SpreadNode)[];
  /** Resources declared inside the resource that this object is the body of. */
  readonly nested: readonly Statement[];
}

export interface PropertyNode extends Extent {
  readonly kind: 'property';
  readonly key: StringNode | Name;
  /** `undefined` when the key is interpolated. */
  readonly name: string | undefined;
  readonly value: Expression;
}

export interface SpreadNode extends Extent {
  readonly kind: 'spread';
  readonly of: Expression;
}

export interface CallNode extends Extent {
  readonly kind: 'call';
  /** `az` in `az.resourceGroup()`; `undefined` for a plain function. */
  readonly of: Expression | undefined;
  readonly name: Name;
  readonly args: readonly Expression[];
}

export interface ForNode extends Extent {
  readonly kind: 'for';
  readonly item: Name;
  readonly index: Name | undefined;
  readonly collection: Expression;
  readonly body: Expression;
}
