//! What code says, as far as it matters here: expressions that hold values and calls, and statements in their order.

import type { Stretch, StringManner } from './token.ts';

export type Code =
  | CodeString
  | CodeName
  | CodeMember
  | CodeIndex
  | CodeCall
  | CodeList
  | CodeObject
  | CodeOperation
  | CodeChoice
  | CodeFunction
  | CodeOther;

export interface CodeString extends Stretch {
  readonly kind: 'string';
  readonly manner: StringManner;
  readonly parts: readonly CodeStringPart[];
}

export type CodeStringPart =
  | ({ readonly kind: 'text' } & Stretch)
  | ({ readonly kind: 'hole'; readonly value: Code } & Stretch);

export interface CodeName extends Stretch {
  readonly kind: 'name';
  readonly name: string;
}

/** `of.name`. */
export interface CodeMember extends Stretch {
  readonly kind: 'member';
  readonly of: Code;
  readonly name: string;
}

/** `of[index]`. */
export interface CodeIndex extends Stretch {
  readonly kind: 'index';
  readonly of: Code;
  readonly index: Code;
}

export interface CodeCall extends Stretch {
  readonly kind: 'call';
  readonly callee: Code;
  readonly args: readonly CodeArgument[];
  /** `new C(…)`. */
  readonly isNew: boolean;
  /** A template behind a name, `$` and its like: its text is the only argument. */
  readonly isTagged: boolean;
}

/** `value`, `name=value`, `...value`. */
export interface CodeArgument {
  readonly name?: string;
  readonly value: Code;
  /** `*list`, `**object`, `...either`. */
  readonly isSpread: boolean;
}

export interface CodeList extends Stretch {
  readonly kind: 'list';
  readonly items: readonly CodeArgument[];
}

/** `{a: b}`; what stands without a name is spread. */
export interface CodeObject extends Stretch {
  readonly kind: 'object';
  /** `T{…}` and `new T(…) {…}`. */
  readonly type?: Code;
  readonly entries: readonly CodeArgument[];
}

/** Operands with one operator between each two of them; several different ones are called by none: `''`. */
export interface CodeOperation extends Stretch {
  readonly kind: 'operation';
  /** `+`, `%`, `or`, `and`, `==`, `!=`; the symbols of other languages are written so, too. */
  readonly operator: string;
  readonly operands: readonly Code[];
}

/** By a condition, or as `a or b` does. */
export interface CodeChoice extends Stretch {
  readonly kind: 'choice';
  readonly condition: Code;
  readonly options: readonly Code[];
}

export interface CodeFunction extends Stretch {
  readonly kind: 'function';
  readonly parameters: readonly CodeParameter[];
  readonly body: readonly Statement[];
}

export interface CodeParameter extends Stretch {
  readonly name: string;
  /** The names inside, where it is taken apart: `({ user, password })`. */
  readonly members: readonly CodeParameter[];
  /** `*args`, `...rest`. */
  readonly isRest: boolean;
  readonly fallback?: Code;
  /** What the code says of its type, when that is a name. */
  readonly type?: Code;
}

/** Whatever else; calls may stand in its parts. */
export interface CodeOther extends Stretch {
  readonly kind: 'other';
  readonly parts: readonly Code[];
}

export type Statement =
  | ({ readonly kind: 'expression'; readonly value: Code } & Stretch)
  | CodeAssignment
  | CodeImport
  | CodeDefinition
  | ({
      readonly kind: 'class';
      readonly name: string;
      readonly bases: readonly Code[];
      readonly body: readonly Statement[];
    } & Stretch)
  /** Of arms that have a condition the first that holds runs. */
  | ({
      readonly kind: 'branch';
      readonly arms: readonly CodeArm[];
      readonly isExhaustive: boolean;
    } & Stretch)
  | ({
      readonly kind: 'loop';
      readonly targets: readonly Code[];
      readonly items?: Code;
      readonly body: readonly Statement[];
    } & Stretch)
  | ({
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly catches: readonly (readonly Statement[])[];
      readonly last: readonly Statement[];
    } & Stretch)
  | ({ readonly kind: 'block'; readonly body: readonly Statement[] } & Stretch)
  | ({
      readonly kind: 'stop';
      readonly word: 'return' | 'throw' | 'break' | 'continue';
      readonly value?: Code;
    } & Stretch);

export interface CodeArm {
  readonly condition?: Code;
  readonly body: readonly Statement[];
}

export interface CodeAssignment extends Stretch {
  readonly kind: 'assignment';
  /** Several for `a, b = …`; a list or an object for `[a, b] = …`, `{ a, b } = …`. */
  readonly targets: readonly Code[];
  /** `=`, `+=`; whatever else it is, the value is not what the target holds afterwards. */
  readonly operator: string;
  readonly value: Code;
  readonly type?: Code;
  /** It declares nothing: the name is one of those around it, where the language tells the two apart. */
  readonly isBare?: true;
}

/** Names that stand for what other files or packages hold. */
export interface CodeImport extends Stretch {
  readonly kind: 'import';
  /** As it is written: `azure.identity`, `@azure/identity`, `./lib`. */
  readonly library: string;
  readonly names: readonly ImportedName[];
}

export interface ImportedName {
  /** What it is called here. */
  readonly local: string;
  /** What it is called there; `*` for everything, `default`. */
  readonly name: string;
}

export interface CodeDefinition extends Stretch {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly CodeParameter[];
  readonly body: readonly Statement[];
}
