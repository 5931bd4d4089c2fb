//! The part of the tree that stands where Bicep expects a type.

import type { Expression, Extent, Name, StringNode } from './tree.ts';

export type BicepType =
  | StringNode
  | (Extent &
      /** `string`, `myType`, `resourceInput<'…'>`. */
      (
        | { readonly kind: 'named'; readonly name: string; readonly args: readonly BicepType[] }
        /** A number, `true`, `false` or `null`, with its sign. */
        | { readonly kind: 'literal'; readonly text: string }
        | { readonly kind: 'object'; readonly properties: readonly TypeProperty[] }
        | { readonly kind: 'tuple'; readonly items: readonly BicepType[] }
        /** `of[]`. */
        | { readonly kind: 'array'; readonly of: BicepType }
        /** `of?` and `of!`. */
        | { readonly kind: 'nullable'; readonly of: BicepType }
        | { readonly kind: 'union'; readonly members: readonly BicepType[] }
        /** `of.name`, `of.*`, `of[*]`, `of[0]`. */
        | { readonly kind: 'part'; readonly of: BicepType; readonly name: string }
        | { readonly kind: 'parenthesised'; readonly of: BicepType }
        /** `resource 'Microsoft.X/y@version'`. */
        | { readonly kind: 'resource'; readonly reference: StringNode | undefined }
        /** What could not be read; there is an error. */
        | { readonly kind: 'missing' }
      ));

export interface TypeProperty extends Extent {
  /** `*` for all other properties. */
  readonly key: StringNode | Name;
  readonly type: BicepType;
  readonly decorators: readonly Expression[];
}
