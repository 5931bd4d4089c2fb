//! The statements of a Bicep file or parameter file.

import type { Expression, Extent, Name, StringNode } from './tree.ts';
import type { BicepType } from './type-tree.ts';

export type Statement =
  | TargetScopeStatement
  | ValueStatement
  | ParamStatement
  | VariableStatement
  | OutputStatement
  | TypeStatement
  | FunctionStatement
  | ResourceStatement
  | ImportStatement
  | ExtensionStatement
  | UsingStatement
  | ExtendsStatement;

interface StatementBase extends Extent {
  readonly decorators: readonly Expression[];
}

export interface TargetScopeStatement extends StatementBase {
  readonly kind: 'target-scope';
  readonly value: Expression;
}

export interface ValueStatement extends StatementBase {
  readonly kind: 'metadata' | 'assert';
  readonly name: Name;
  readonly value: Expression;
}

/** In a parameter file it has no type. */
export interface ParamStatement extends StatementBase {
  readonly kind: 'param';
  readonly name: Name;
  readonly type: BicepType | undefined;
  readonly value: Expression | undefined;
}

export interface VariableStatement extends StatementBase {
  readonly kind: 'variable';
  readonly name: Name;
  readonly type: BicepType | undefined;
  readonly value: Expression;
}

export interface OutputStatement extends StatementBase {
  readonly kind: 'output';
  readonly name: Name;
  readonly type: BicepType;
  readonly value: Expression;
}

export interface TypeStatement extends StatementBase {
  readonly kind: 'type';
  readonly name: Name;
  readonly type: BicepType;
}

export interface FunctionStatement extends StatementBase {
  readonly kind: 'function';
  readonly name: Name;
  readonly parameters: readonly { readonly name: Name; readonly type: BicepType }[];
  readonly type: BicepType;
  readonly value: Expression;
}

/** Deployments of something: `reference` is the type with its version, or the module's path. */
export interface ResourceStatement extends StatementBase {
  readonly kind: 'resource' | 'module' | 'test';
  readonly name: Name;
  readonly reference: StringNode | undefined;
  readonly isExisting: boolean;
  /** An object, or an `if` or `for` around one. */
  readonly body: Expression;
}

export interface ImportStatement extends StatementBase {
  readonly kind: 'import';
  readonly reference: StringNode | undefined;
  /** Empty for `import * as name`. */
  readonly symbols: readonly { readonly name: Name; readonly alias: Name | undefined }[];
  readonly alias: Name | undefined;
}

export interface ExtensionStatement extends StatementBase {
  readonly kind: 'extension' | 'extension-config';
  readonly reference: StringNode | Name;
  readonly configuration: Expression | undefined;
  readonly alias: Name | undefined;
}

export interface UsingStatement extends StatementBase {
  readonly kind: 'using';
  /** `undefined` for `using none`. */
  readonly reference: StringNode | undefined;
  readonly configuration: Expression | undefined;
}

export interface ExtendsStatement extends StatementBase {
  readonly kind: 'extends';
  readonly reference: StringNode | undefined;
}
