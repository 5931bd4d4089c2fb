//! A call in a pipeline to steps: what a step of Jenkins does, what its block runs, which function it is.

import type { Entry } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import {
  argumentNamed,
  type GroovyCall,
  type GroovyClosure,
  type GroovyExpression,
} from '../../languages/groovy/tree.ts';
import { blockSteps } from './blocks.ts';
import { namedArgument, type Reading, scriptFunction, scriptVariable } from './reading.ts';
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
      return [...closures.flatMap(it => bodySteps(it, reading)), ...functionSteps(call, reading)];
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

/** What a script of a library is called among routines. */
export const LIBRARY = 'jenkins-library';

function writeSteps({ args, at }: GroovyCall, reading: Reading): readonly Step[] {
  const [file, text] = ['file', 'text'].map(it => argumentNamed(args, it));
  if (!file || !text) return [];
  const target = expressionOf(file, reading);
  return [{ kind: 'write', target, content: expressionOf(text, reading), appends: false, at }];
}

/** Steps of Jenkins that run nothing of the repository; the others are looked for in `vars`. */
const OWN: ReadonlySet<string> = new Set([
  ...[
    'archiveArtifacts',
    'booleanParam',
    'branch',
    'build',
    'buildDiscarder',
    'checkout',
    'choice',
  ],
  ...['cleanWs', 'credentials', 'cron', 'deleteDir', 'echo', 'emailext', 'file', 'fileExists'],
  ...['git', 'input', 'isUnix', 'junit', 'library', 'logRotator', 'mail', 'milestone', 'password'],
  ...['pollSCM', 'print', 'println', 'publishHTML', 'pwd', 'readFile', 'readJSON', 'readYaml'],
  ...['sleep', 'stage', 'stash', 'string', 'text', 'tool', 'unstash', 'usernamePassword'],
  ...['azureServicePrincipal', 'writeJSON', 'writeYaml'],
]);

/** A function of this file, of one that was loaded, or a step that `vars/<name>.groovy` defines. */
function functionSteps(call: GroovyCall, reading: Reading): readonly Step[] {
  const { name, target, args, nameAt: at } = call;
  const isBlock = args.length > 0 && args.every(it => it.value.kind === 'closure');
  if (isBlock || OWN.has(name) || (target && target.kind !== 'name')) return [];
  const named: readonly Entry[] = args.flatMap(it =>
    it.name === undefined || it.value.kind === 'closure'
      ? []
      : [{ name: namedArgument(it.name), value: expressionOf(it.value, reading), at: it.at }],
  );
  const plain = args.filter(it => it.name === undefined && it.value.kind !== 'closure');
  const words = [
    literal(scriptFunction(name), at),
    ...(named.length > 0 ? [literal('', at)] : []),
    ...plain.map(it => expressionOf(it.value, reading)),
  ];
  const command: Step = { kind: 'command', words, environment: [], at: call.at };
  const body = reading.functions.has(name) || target ? [command] : [libraryStep(name, at), command];
  return named.length === 0
    ? body
    : [{ kind: 'scope', ends: 'process', environment: named, body, at: call.at }];
}

const libraryStep = (name: string, at: GroovyCall['at']): Step => ({
  kind: 'run',
  routine: LIBRARY,
  path: literal(`vars/${name}.groovy`, at),
  inputs: [],
  arguments: [],
  sharesProcess: true,
  at,
});
