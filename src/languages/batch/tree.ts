//! What a batch file says: commands, the lines between parentheses, `if`, `for`, labels; everything as offsets in its text.

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** `> file`, `2>> file`; `target` is what stands behind the sign. */
export interface Redirect extends Stretch {
  readonly target: Stretch;
  readonly appends: boolean;
  /** False for `2>`, `<` and what goes to another stream. */
  readonly isOutput: boolean;
}

export interface BatchCommand extends Stretch {
  readonly kind: 'command';
  /** Inside the command, in order. */
  readonly redirects: readonly Redirect[];
}

export type BatchCondition =
  | { readonly kind: 'errorlevel'; readonly isFailure: boolean | undefined }
  | { readonly kind: 'defined'; readonly name: string; readonly isNegated: boolean }
  | {
      readonly kind: 'texts';
      readonly left: Stretch;
      readonly right: Stretch;
      readonly isEqual: boolean;
      readonly ignoresCase: boolean;
    }
  /** `exist`, comparisons of numbers. */
  | { readonly kind: 'other' };

export type Statement =
  | BatchCommand
  | (Stretch & { readonly kind: 'group'; readonly body: readonly Statement[] })
  | (Stretch & {
      readonly kind: 'chain';
      readonly operator: Operator;
      readonly first: Statement;
      readonly second: Statement;
    })
  | (Stretch & {
      readonly kind: 'if';
      readonly condition: BatchCondition;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    })
  | (Stretch & {
      readonly kind: 'for';
      /** The letter: `i` of `%%i`. */
      readonly variable: string;
      /** What stands between the parentheses. */
      readonly items: Stretch;
      /** `command`: what `/f ('…')` runs, without its quotes; `words`: a list; `other`: numbers, lines of a file. */
      readonly source: 'command' | 'words' | 'other';
      readonly body: readonly Statement[];
    })
  | (Stretch & { readonly kind: 'label'; readonly name: string });

export type Operator = '&' | '&&' | '||' | '|';
