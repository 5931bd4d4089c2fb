//! A file of values for a template's parameters, which a command line names. Values there are no expressions.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/parameter-files

import type { Expression } from '../../domain/expression.ts';
import type { ValueFile } from '../../domain/facts.ts';
import { literal, text } from '../../domain/literal.ts';
import type { Hole } from '../../domain/region.ts';
import { regionOf } from '../../languages/json/region.ts';
import type { JsonNode, JsonString } from '../../languages/json/tree.ts';
import { TEMPLATE } from '../arm-steps.ts';
import { jsonValue } from '../json-value.ts';
import { givenValues } from './given-values.ts';
import { memberOf, type Reading, spanOf } from './reading.ts';

export function valueFile(root: JsonNode, reading: Reading): ValueFile {
  const { path, text: source } = reading.file;
  const values = givenValues(memberOf(root, 'parameters'), reading, literalValue);
  const at = { path, start: 0, end: source.length };
  return { kind: 'values', type: TEMPLATE, path, values, at };
}

const literalValue = (node: JsonNode, reading: Reading): Expression =>
  jsonValue(node, {
    spanOf: it => spanOf(reading, it),
    textOf: it => textOf(it, reading),
  });

/** The Azure Developer CLI puts variables of its environment there: `${NAME}`, `${NAME=default}`. */
function textOf(node: JsonString, reading: Reading): Expression {
  const region = regionOf(reading.file.path, node);
  const holes = [...region.text.matchAll(/\$\{(\w+)(?:=([^}]*))?\}/g)].map((match): Hole => {
    const [whole, name = '', otherwise] = match;
    const { at } = region;
    const reference = { kind: 'reference', space: 'variable', name, at } as const;
    return {
      start: match.index,
      end: match.index + whole.length,
      expression: otherwise ? { ...reference, otherwise: literal(otherwise, at) } : reference,
    };
  });
  return text({ ...region, holes });
}
