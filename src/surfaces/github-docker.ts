//! A step that is an image: a container of its own, which knows nobody of those that are signed in around it.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#example-using-a-docker-hub-action

import type { Entry, Expression } from '../domain/expression.ts';
import { entrypointOf } from '../domain/image-program.ts';
import { literal } from '../domain/literal.ts';
import type { ScopeStep } from '../domain/scope-step.ts';
import type { ComponentStep, Step } from '../domain/step.ts';

/** What it starts is said by `entrypoint` and `args`, else by the image, which is not here. */
export function dockerSteps(component: ComponentStep): readonly Step[] {
  const { name, inputs, at } = component;
  if (!name.startsWith('docker://')) return [component];
  const program = entrypointOf(name);
  const entrypoint =
    inputNamed(inputs, 'entrypoint') ?? (program ? literal(program, at) : undefined);
  const args = inputNamed(inputs, 'args');
  const source = entrypoint && args ? spaced(entrypoint, args) : (entrypoint ?? args);
  return source ? [component, containerScope(source)] : [component];
}

const inputNamed = (inputs: readonly Entry[], name: string): Expression | undefined =>
  inputs.find(it => it.name.toLowerCase() === name)?.value;

const spaced = (first: Expression, second: Expression): Expression => ({
  kind: 'join',
  parts: [first, literal(' ', first.at), second],
  at: { ...first.at, end: Math.max(first.at.end, second.at.end) },
});

const containerScope = (source: Expression): ScopeStep => ({
  kind: 'scope',
  ends: 'machine',
  environment: [],
  body: [{ kind: 'script', language: 'bash', source, at: source.at }],
  at: source.at,
});
