//! A GitHub expression as a tree; offsets count in the text that the expression stands in.

export type GithubExpression =
  | {
      readonly kind: 'string';
      /** `''` decoded. */
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  /** `true`, `1`, `null`: what the file spells, with its truth. */
  | {
      readonly kind: 'constant';
      readonly text: string;
      readonly isTruthy: boolean;
      readonly start: number;
      readonly end: number;
    }
  /** `env.X`, `env['X']`, `steps.id.outputs.name`; the context's name is lower case. */
  | {
      readonly kind: 'context';
      readonly path: readonly string[];
      readonly start: number;
      readonly end: number;
    }
  /** `fromJSON(x).name`. */
  | {
      readonly kind: 'member';
      readonly of: GithubExpression;
      readonly name: string;
      readonly start: number;
      readonly end: number;
    }
  /** An index that is not spelled out, `.*`. */
  | { readonly kind: 'dynamic'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'call';
      /** Lower case. */
      readonly name: string;
      readonly args: readonly GithubExpression[];
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'not';
      readonly of: GithubExpression;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'comparison';
      /** `==`, `!=`, `<`, `<=`, `>`, `>=`. */
      readonly operator: string;
      readonly left: GithubExpression;
      readonly right: GithubExpression;
      readonly start: number;
      readonly end: number;
    }
  /** Two operands or more. */
  | {
      readonly kind: 'and' | 'or';
      readonly operands: readonly GithubExpression[];
      readonly start: number;
      readonly end: number;
    };
