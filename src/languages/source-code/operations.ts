//! Values of operators: sums, texts filled in by `%`, the first of several.

import type { Expression } from '../../domain/expression.ts';
import { percentValue } from './formats.ts';
import { type Lowering, notEvaluated, placeIn } from './lowering.ts';
import { variableName } from './scope.ts';
import type { Code, CodeArgument, CodeOperation } from './tree.ts';
import { codeValue, listValue } from './values.ts';

export function operationValue(code: CodeOperation, lowering: Lowering): Expression {
  const at = placeIn(lowering, code);
  const [first, ...others] = code.operands;
  if (code.operator === '+') return sumValue(code, lowering);
  if (code.operator === '%' && first?.kind === 'string') {
    const [given] = others;
    return percentValue(first, given ? valuesIn(given) : [], lowering);
  }
  if (code.operator === 'or' && first) {
    const value = codeValue(first, lowering);
    const options = others.map(it => codeValue(it, lowering));
    const [otherwise] = options;
    return value.kind === 'reference' && !value.otherwise && otherwise && options.length === 1
      ? { ...value, otherwise }
      : { kind: 'choice', options: [value, ...options], at };
  }
  return notEvaluated(lowering, code);
}

/** `(a, b)`, `{"name": a}`, `a`. */
const valuesIn = (code: Code): readonly CodeArgument[] =>
  code.kind === 'list'
    ? code.items
    : code.kind === 'object'
      ? code.entries
      : [{ value: code, isSpread: false }];

/** A sum with a list in it is a list: of what is not spelled out any number of items. */
function sumValue(code: CodeOperation, lowering: Lowering): Expression {
  const at = placeIn(lowering, code);
  if (!code.operands.some(it => isList(it, lowering))) {
    return { kind: 'join', parts: code.operands.map(it => codeValue(it, lowering)), at };
  }
  const items = code.operands.flatMap(it =>
    it.kind === 'list' ? it.items : [{ value: it, isSpread: true }],
  );
  return listValue(items, code, lowering);
}

/** As far as the text shows it. */
export function isList(code: Code, { scope, notes }: Lowering): boolean {
  if (code.kind === 'list') return true;
  if (code.kind !== 'name') return false;
  const variable = variableName(code.name, scope);
  return variable !== undefined && notes.literals.get(variable)?.kind === 'list';
}
