//! The action `docker/build-push-action`, and its older self, which says what it builds in inputs.
//! Source: https://github.com/docker/build-push-action#inputs

import { actionInput } from '../../domain/action-input.ts';
import type { ComponentCall, Word, WordPart } from '../../domain/call.ts';
import { imageStep } from '../../domain/container-image.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Region } from '../../domain/region.ts';
import type { Step } from '../../domain/step.ts';
import type { Value } from '../../domain/value.ts';
import { wordExpression } from '../../domain/word-expression.ts';
import { argumentOf } from './build.ts';
import { splitWord } from './words.ts';

export function actionSteps(call: ComponentCall): readonly Step[] {
  const { at } = call;
  const word = (name: string): Word => ({
    parts: partsOf(actionInput(call, name)),
    splits: false,
    at,
  });
  const lines = (name: string): readonly Word[] =>
    splitWord(word(name), /\s*[\n,]\s*/).filter(it => it.parts.length > 0);
  const given = (name: string): Expression | undefined =>
    word(name).parts.length === 0 ? undefined : wordExpression(word(name));
  const file = given('file') ?? given('dockerfile');
  const target = given('target');
  const folder = given('context') ?? given('path') ?? literal('.', at);
  return [
    imageStep({
      ...(file ? { file } : {}),
      folder,
      ...(target ? { target } : {}),
      arguments: lines('build-args').flatMap(argumentOf),
      names: lines('tags').map(it => wordExpression(it)),
      at,
    }),
  ];
}

function partsOf(value: Value<string>): readonly WordPart[] {
  switch (value.kind) {
    case 'absent':
      return [];
    case 'known':
      return value.value.trim() === '' ? [] : [{ kind: 'text', text: value.value }];
    case 'unknown':
      return value.region ? regionParts(value.region) : [{ kind: 'unknown', why: value.why }];
  }
}

/** The holes of what was worked out hold no more than texts and reasons. */
function regionParts({ text, holes }: Region): readonly WordPart[] {
  let from = 0;
  const parts = holes.flatMap(({ start, end, expression }): readonly WordPart[] => {
    const before: WordPart = { kind: 'text', text: text.slice(from, start) };
    from = end;
    return [before, ...expressionParts(expression)];
  });
  return [...parts, { kind: 'text', text: text.slice(from) }];
}

function expressionParts(expression: Expression): readonly WordPart[] {
  if (expression.kind === 'join') return expression.parts.flatMap(expressionParts);
  if (expression.kind === 'text') return [{ kind: 'text', text: expression.region.text }];
  const why =
    expression.kind === 'unknown' ? expression.why : ({ kind: 'not-evaluated', text: '' } as const);
  return [{ kind: 'unknown', why }];
}
