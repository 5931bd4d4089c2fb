//! What a Bicep file deploys, as steps: resources that run or hold something, modules of the repository.

import { type Bindings, partOf } from '../../domain/arm-body.ts';
import type { Condition } from '../../domain/condition.ts';
import type { Expression as DomainExpression } from '../../domain/expression.ts';
import { literalOf, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import type { ResourceStatement, Statement } from '../../languages/bicep/statement-tree.ts';
import { bothOf, deployed, resourceSteps, templateStep } from '../arm-steps.ts';
import { expressionOf } from './expressions.ts';
import { deployedBody } from './loops.ts';
import { isElsewhere, type Reading, spanOf } from './reading.ts';

export function deploymentSteps(
  statements: readonly Statement[],
  reading: Reading,
  bindings: Bindings,
): readonly Step[] {
  return statements.flatMap((statement): readonly Step[] => {
    if (statement.kind === 'module') return moduleStep(statement, reading, bindings);
    if (statement.kind !== 'resource') return [];
    return statementSteps(statement, TOP, reading, bindings);
  });
}

/** The resource that another one is nested in; of empty words at the top. */
interface Parent {
  readonly name: string;
  readonly type: string;
  readonly when: Condition | undefined;
}

const TOP: Parent = { name: '', type: '', when: undefined };

function statementSteps(
  statement: ResourceStatement,
  parent: Parent,
  around: Reading,
  bindings: Bindings,
): readonly Step[] {
  const { body, reading, ...own } = deployedBody(statement.body, around);
  const when = bothOf(parent.when, own.when);
  const reference = statement.reference?.text.replace(/@.*$/s, '') ?? '';
  const type = parent.type === '' ? reference : `${parent.type}/${reference}`;
  const name = parent.name === '' ? statement.name.text : `${parent.name}::${statement.name.text}`;
  const at = headOf(statement, reading);
  const steps = statement.isExisting
    ? []
    : resourceSteps(name, { type, body: expressionOf(body, reading), at, bindings }, when);
  const nested = (body.kind === 'object' ? body.nested : []).flatMap(it =>
    it.kind === 'resource' ? statementSteps(it, { name, type, when }, reading, bindings) : [],
  );
  return [...steps, ...nested];
}

function moduleStep(
  statement: ResourceStatement,
  around: Reading,
  bindings: Bindings,
): readonly Step[] {
  const { reference } = statement;
  if (!reference) return [];
  const { body, reading, when } = deployedBody(statement.body, around);
  const at = headOf(statement, reading);
  const params = partOf(expressionOf(body, reading), 'params', bindings);
  const path = modulePath(expressionOf(reference, reading));
  const run = templateStep(path, params?.kind === 'object' ? params.entries : [], at);
  return deployed([run], when, at);
}

function modulePath(reference: DomainExpression): DomainExpression {
  const name = literalOf(reference);
  return name !== undefined && isElsewhere(name)
    ? unknownExpression({ kind: 'not-in-repository', name }, reference.at)
    : reference;
}

/** `resource name 'type@version'`, without the decorators above it. */
function headOf(statement: ResourceStatement, reading: Reading): Span {
  const { kind, name, reference } = statement;
  const keyword = reading.text.lastIndexOf(kind, name.start);
  const start = Math.max(keyword, statement.start);
  return spanOf(reading, { start, end: Math.max(name.end, reference?.end ?? name.end) });
}
