//! A call in a pipeline to steps: what a step of Jenkins does, what its block runs, which function it is.

import type { Step } from '../../domain/step.ts';
import {
  argumentNamed,
  type GroovyCall,
  type GroovyClosure,
  type GroovyExpression,
} from '../../languages/groovy/tree.ts';
import { blockSteps } from './blocks.ts';
import { foldersOfBlock } from './containers.ts';
import { functionSteps, LIBRARY } from './function-calls.ts';
import { type Reading, scriptVariable } from './reading.ts';
import { azureCliSteps, scriptSteps } from './scripts.ts';
import { bodySteps, expressionSteps, itemsOf } from './statements.ts';
import { expressionOf } from './values.ts';

export function callSteps(call: GroovyCall, reading: Reading): readonly Step[] {
  const { name, target } = call;
  const before = [
    ...(target ? expressionSteps(target, reading) : []),
    ...call.args
      .filter(it => it.value.kind !== 'closure')
      .flatMap(it => expressionSteps(it.value, reading)),
  ];
  const script = scriptSteps(call, reading);
  if (script) return [...before, ...script];
  const closures = closuresOf(call);
  if (target && closures.length > 0 && ITERATES.test(name)) {
    return [...before, ...iteration(call, target, closures, reading)];
  }
  if (target && closures.length > 0 && name === 'inside') {
    return [...before, ...insideSteps(call, closures, reading)];
  }
  const block = target ? undefined : blockSteps(call, closures, reading);
  if (block) return [...before, ...block];
  return [...before, ...plainSteps(call, closures, reading)];
}

const ITERATES =
  /^(?:each|eachWithIndex|times|collect|collectEntries|any|every|find|findAll|step|upto)$/;

export const closuresOf = ({ args }: GroovyCall): readonly GroovyClosure[] =>
  args.flatMap(({ value }) => (value.kind === 'closure' ? [value] : []));

function iteration(
  { at }: GroovyCall,
  over: GroovyExpression,
  closures: readonly GroovyClosure[],
  reading: Reading,
): readonly Step[] {
  return closures.map(closure => ({
    kind: 'loop' as const,
    variable: scriptVariable(closure.parameters[0] ?? 'it'),
    items: itemsOf(over, reading),
    body: bodySteps(closure, reading),
    at,
  }));
}

const insideSteps = (
  call: GroovyCall,
  closures: readonly GroovyClosure[],
  reading: Reading,
): readonly Step[] => {
  const body = closures.flatMap(it => bodySteps(it, reading));
  const environment = foldersOfBlock(call, reading);
  return [{ kind: 'scope', ends: 'process', environment, body, at: call.at }];
};

function plainSteps(
  call: GroovyCall,
  closures: readonly GroovyClosure[],
  reading: Reading,
): readonly Step[] {
  switch (call.target ? '' : call.name) {
    case 'azureCLI':
      return azureCliSteps(call, reading);
    case 'load':
      return loadSteps(call, reading);
    case 'writeFile':
      return writeSteps(call, reading);
    case 'error':
      return reading.isCaught ? [] : [{ kind: 'stop', leaves: 'program', at: call.at }];
    default:
      return (
        functionSteps(call, closures, reading) ?? closures.flatMap(it => bodySteps(it, reading))
      );
  }
}

/** The functions of the other script are there from then on; by which name the script keeps it does not matter. */
function loadSteps({ args, at }: GroovyCall, reading: Reading): readonly Step[] {
  const [file] = args;
  if (!file) return [];
  const path = expressionOf(file.value, reading);
  return [
    { kind: 'run', routine: LIBRARY, path, inputs: [], arguments: [], sharesProcess: true, at },
  ];
}

function writeSteps({ args, at }: GroovyCall, reading: Reading): readonly Step[] {
  const [file, text] = ['file', 'text'].map(it => argumentNamed(args, it));
  if (!file || !text) return [];
  const target = expressionOf(file, reading);
  return [{ kind: 'write', target, content: expressionOf(text, reading), appends: false, at }];
}
