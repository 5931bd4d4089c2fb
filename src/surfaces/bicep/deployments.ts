//! What a Bicep file deploys, as steps: resources that run or hold something, modules of the repository.

import { type Bindings, partOf } from '../../domain/arm-body.ts';
import { armSteps } from '../../domain/arm-resource.ts';
import type { Expression as DomainExpression } from '../../domain/expression.ts';
import { literalOf, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import type { ResourceStatement, Statement } from '../../languages/bicep/statement-tree.ts';
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
    return resourceSteps(statement, { name: '', type: '' }, reading, bindings);
  });
}

/** The resource that another one is nested in; of empty words at the top. */
interface Parent {
  readonly name: string;
  readonly type: string;
}

function resourceSteps(
  statement: ResourceStatement,
  parent: Parent,
  around: Reading,
  bindings: Bindings,
): readonly Step[] {
  const { body, reading } = deployedBody(statement.body, around);
  const own = statement.reference?.text.replace(/@.*$/s, '') ?? '';
  const type = parent.type === '' ? own : `${parent.type}/${own}`;
  const name = parent.name === '' ? statement.name.text : `${parent.name}::${statement.name.text}`;
  const at = headOf(statement, reading);
  const steps = statement.isExisting
    ? []
    : armSteps({ type, body: expressionOf(body, reading), at, bindings });
  const nested = (body.kind === 'object' ? body.nested : []).flatMap(it =>
    it.kind === 'resource' ? resourceSteps(it, { name, type }, reading, bindings) : [],
  );
  return steps.length === 0 ? nested : [{ kind: 'detached', name, body: steps, at }, ...nested];
}

function moduleStep(
  statement: ResourceStatement,
  around: Reading,
  bindings: Bindings,
): readonly Step[] {
  const { reference } = statement;
  if (!reference) return [];
  const { body, reading } = deployedBody(statement.body, around);
  const params = partOf(expressionOf(body, reading), 'params', bindings);
  return [
    {
      kind: 'run',
      routine: 'bicep-file',
      path: modulePath(expressionOf(reference, reading)),
      inputs: params?.kind === 'object' ? params.entries : [],
      arguments: [],
      sharesProcess: false,
      at: headOf(statement, reading),
    },
  ];
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
