//! What a PowerShell text does: statements and commands, with offsets in the text.

import type { Operand, Stretch } from './operand-tree.ts';

export type Statement =
  | PsPipeline
  | PsAssignment
  | PsIf
  | PsLoop
  | PsSwitch
  | PsTry
  | PsFunction
  | PsParameters
  | PsNested
  | PsStop;

/** Commands and expressions between `|`; then `&&` or `||` and others. */
export interface PsPipeline extends Stretch {
  readonly kind: 'pipeline';
  readonly elements: readonly PsElement[];
  /** What follows `&&` or `||`. */
  readonly next?: { readonly operator: '&&' | '||'; readonly statement: Statement };
}

export type PsElement = PsCommand | PsExpression;

export interface PsCommand extends Stretch {
  readonly kind: 'command';
  /** `&` calls what follows, `.` does so without a scope of its own. */
  readonly invocation: '' | '&' | '.';
  readonly name: Operand;
  readonly args: readonly PsArgument[];
  readonly redirects: readonly PsRedirect[];
}

export type PsArgument =
  /** Of several, apart by commas, an array. */
  | ({ readonly kind: 'value' } & PsValue)
  /** `-Name`, `-Name:value`. */
  | ({ readonly kind: 'parameter'; readonly name: string; readonly value?: PsValue } & Stretch)
  /** What follows `--%`. */
  | ({ readonly kind: 'verbatim' } & Stretch);

export interface PsValue extends Stretch {
  readonly items: readonly Operand[];
}

export interface PsRedirect extends Stretch {
  readonly appends: boolean;
  /** Absent for `2>&1`. */
  readonly target?: Operand;
}

/** Operands and operators in the order in which they stand. */
export interface PsExpression extends Stretch {
  readonly kind: 'expression';
  readonly items: readonly PsItem[];
  readonly redirects: readonly PsRedirect[];
}

export type PsItem =
  | { readonly kind: 'operand'; readonly operand: Operand }
  /** Lower case, with an ASCII dash: `+`, `-eq`, `,`. */
  | ({ readonly kind: 'operator'; readonly text: string } & Stretch);

export interface PsAssignment extends Stretch {
  readonly kind: 'assignment';
  readonly target: readonly PsItem[];
  /** `=`, `+=`, `??=` … */
  readonly operator: string;
  readonly value: Statement | undefined;
}

export interface PsIf extends Stretch {
  readonly kind: 'if';
  readonly clauses: readonly {
    readonly condition: readonly Statement[];
    readonly body: readonly Statement[];
  }[];
  readonly otherwise?: readonly Statement[];
}

/** `foreach`, `for`, `while`, `do`. */
export interface PsLoop extends Stretch {
  readonly kind: 'loop';
  readonly variable?: Operand;
  readonly items: readonly Statement[];
  /** Runs at least once. */
  readonly isDo: boolean;
  readonly body: readonly Statement[];
}

export interface PsSwitch extends Stretch {
  readonly kind: 'switch';
  readonly subject: readonly Statement[];
  readonly cases: readonly {
    /** `undefined` for `default`. */
    readonly pattern: Operand | undefined;
    readonly body: readonly Statement[];
  }[];
}

export interface PsTry extends Stretch {
  readonly kind: 'try';
  readonly body: readonly Statement[];
  readonly catches: readonly (readonly Statement[])[];
  readonly last: readonly Statement[];
}

/** A function, filter or workflow; a method of a class under `class.method`. */
export interface PsFunction extends Stretch {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly PsParameter[];
  readonly body: readonly Statement[];
}

/** `param(…)`. */
export interface PsParameters extends Stretch {
  readonly kind: 'parameters';
  readonly parameters: readonly PsParameter[];
}

export interface PsParameter extends Stretch {
  /** Without `$`. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly isSwitch: boolean;
  readonly fallback?: Statement;
}

/** `begin {…}`, `trap {…}`; of no interest but for what is in it. */
export interface PsNested extends Stretch {
  readonly kind: 'nested';
  /** False for what may not run. */
  readonly isCertain: boolean;
  readonly body: readonly Statement[];
}

export interface PsStop extends Stretch {
  readonly kind: 'stop';
  readonly word: 'return' | 'throw' | 'exit' | 'break' | 'continue';
  readonly value?: Statement;
}

export interface PsError {
  readonly message: string;
  readonly at: number;
}
