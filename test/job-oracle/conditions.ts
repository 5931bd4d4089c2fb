//! Conditions of generated steps: how a workflow spells them, and when GitHub's runner lets a step run.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions

export type Condition =
  | { readonly kind: 'status'; readonly name: 'success' | 'failure' | 'always' }
  | { readonly kind: 'not-cancelled' }
  | {
      readonly kind: 'equals';
      readonly name: string;
      readonly text: string;
      readonly isEqual: boolean;
    }
  | {
      readonly kind: 'part';
      readonly how: 'contains' | 'startsWith' | 'endsWith';
      readonly name: string;
      readonly text: string;
    }
  | { readonly kind: 'set'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly [Condition, Condition] };

export function spelled(condition: Condition): string {
  switch (condition.kind) {
    case 'status':
      return `${condition.name}()`;
    case 'not-cancelled':
      return '!cancelled()';
    case 'equals':
      return `${condition.name} ${condition.isEqual ? '==' : '!='} '${condition.text}'`;
    case 'part':
      return `${condition.how}(${condition.name}, '${condition.text}')`;
    case 'set':
      return condition.name;
    case 'not':
      return `!(${spelled(condition.of)})`;
    case 'all':
    case 'any':
      return `(${condition.of.map(spelled).join(condition.kind === 'all' ? ' && ' : ' || ')})`;
  }
}

export interface Standing {
  /** A step before this one failed. */
  readonly hasFailed: boolean;
  readonly lookUp: (name: string) => string;
}

/** One that asks for no status holds only where nothing has failed. */
export const lets = (condition: Condition | undefined, standing: Standing): boolean =>
  (condition !== undefined && asksStatus(condition) ? true : !standing.hasFailed) &&
  (condition === undefined || holds(condition, standing));

export function asksStatus(condition: Condition): boolean {
  switch (condition.kind) {
    case 'status':
    case 'not-cancelled':
      return true;
    case 'equals':
    case 'part':
    case 'set':
      return false;
    case 'not':
      return asksStatus(condition.of);
    case 'all':
    case 'any':
      return condition.of.some(asksStatus);
  }
}

function holds(condition: Condition, standing: Standing): boolean {
  const { hasFailed, lookUp } = standing;
  switch (condition.kind) {
    case 'status':
      return condition.name === 'always' || hasFailed === (condition.name === 'failure');
    case 'not-cancelled':
      return true;
    case 'equals':
      return (folded(lookUp(condition.name)) === folded(condition.text)) === condition.isEqual;
    case 'part':
      return isPart(condition.how, folded(lookUp(condition.name)), folded(condition.text));
    case 'set':
      return lookUp(condition.name) !== '';
    case 'not':
      return !holds(condition.of, standing);
    case 'all':
      return condition.of.every(it => holds(it, standing));
    case 'any':
      return condition.of.some(it => holds(it, standing));
  }
}

/** GitHub ignores the case of texts that it compares. */
const folded = (text: string): string => text.toLowerCase();

function isPart(how: 'contains' | 'startsWith' | 'endsWith', text: string, part: string): boolean {
  if (how === 'contains') return text.includes(part);
  return how === 'startsWith' ? text.startsWith(part) : text.endsWith(part);
}
