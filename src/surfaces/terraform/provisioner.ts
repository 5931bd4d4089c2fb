//! Provisioners: `local-exec` runs where Terraform runs, `remote-exec` on the machine that the resource is.
//! Source: https://developer.hashicorp.com/terraform/language/resources/provisioners

import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Step } from '../../domain/step.ts';
import { addressOf, argumentOf, type Block, entriesOf } from '../hcl-block.ts';
import { scriptsOfLines } from '../hcl-lines.ts';
import { commandSteps } from './carrier.ts';
import { fileLanguage, interpreterName } from './script-language.ts';

export const localSteps = (resource: Block): readonly Step[] =>
  resource
    .blocks('provisioner')
    .filter(it => it.labels[0] === 'local-exec')
    .flatMap(it => localExec(it, resource));

function localExec(provisioner: Block, resource: Block): readonly Step[] {
  const command = argumentOf(provisioner, 'command');
  if (!command) return [];
  const folder = argumentOf(provisioner, 'working_dir');
  const body = interpreted(command, argumentOf(provisioner, 'interpreter'));
  const environment = entriesOf(argumentOf(provisioner, 'environment'));
  return [mayRun(provisioner, resource, { environment, ...(folder ? { folder } : {}), body })];
}

/** It runs when its resource is made or destroyed: most runs of the root leave both alone. */
function mayRun(
  provisioner: Block,
  resource: Block,
  rest: Pick<ScopeStep, 'environment' | 'folder' | 'body'>,
): Step {
  const { at } = provisioner;
  const scope: Step = {
    kind: 'scope',
    ends: 'process',
    onlyUnder: runsOnDestroy(provisioner) ? ['destroy', 'apply'] : ['apply'],
    title: `provisioner \`${provisioner.labels[0]}\` of \`${addressOf(resource)}\``,
    ...rest,
    at,
  };
  return { kind: 'branch', arms: [[scope]], isExhaustive: false, at };
}

/** `when = destroy`; in JSON, and before 0.12, a string. An apply destroys what it replaces. */
function runsOnDestroy(provisioner: Block): boolean {
  const when = argumentOf(provisioner, 'when');
  if (when?.kind !== 'unknown') return when !== undefined && literalOf(when) === 'destroy';
  return when.why.kind === 'not-evaluated' && when.why.text === 'destroy';
}

/** One arm for each interpreter it may be: `local.is_windows ? ["pwsh", "-Command"] : ["bash", "-c"]`. */
function interpreted(command: Expression, interpreter: Expression | undefined): readonly Step[] {
  const { at } = command;
  if (interpreter?.kind === 'choice') {
    const arms = interpreter.options.map(it => interpreted(command, it));
    return [{ kind: 'branch', arms, isExhaustive: true, at }];
  }
  const words = interpreter?.kind === 'list' ? interpreter.items : [];
  const [first] = words;
  const program = first && literalOf(first);
  if (program === undefined) return [{ kind: 'script', language: 'bash', source: command, at }];
  const language = interpreterName(program);
  return takesText(language, words)
    ? [{ kind: 'script', language, source: command, at }]
    : commandSteps([...words.map(listed), listed(command)], at);
}

const listed = (word: Expression): Expression => ({ kind: 'list', items: [word], at: word.at });

/** `bash -c`, `pwsh -Command`, `cmd /C`; without such a switch the command is a file or an argument. */
function takesText(language: string, words: readonly Expression[]): boolean {
  const last = words.at(-1);
  const flag = words.length > 1 && last ? literalOf(last) : undefined;
  if (flag === undefined) return language === 'powershell' && words.length === 1;
  return /^(?:-\w*c|-command|\/c)$/i.test(flag);
}

/** What `remote-exec` runs, for the steps of the machine. */
export const remoteSteps = (resource: Block): readonly Step[] =>
  resource
    .blocks('provisioner')
    .filter(it => it.labels[0] === 'remote-exec')
    .flatMap(it => {
      const body = [...inlineSteps(argumentOf(it, 'inline')), ...copiedSteps(it)];
      return body.length === 0 ? [] : [mayRun(it, resource, { environment: [], body })];
    });

const inlineSteps = (inline: Expression | undefined): readonly Step[] =>
  scriptsOfLines(inline).map(source => ({
    kind: 'script',
    language: 'bash',
    source,
    at: source.at,
  }));

/** `script` and `scripts` are files of the repository, copied to the machine and run there. */
function copiedSteps(provisioner: Block): readonly Step[] {
  const list = argumentOf(provisioner, 'scripts');
  const single = argumentOf(provisioner, 'script');
  const paths = [...(single ? [single] : []), ...(list?.kind === 'list' ? list.items : [])];
  return paths.map(path => ({
    kind: 'script',
    language: fileLanguage(path),
    source: { kind: 'call', name: 'read-file', args: [path], at: path.at },
    at: path.at,
  }));
}

/** `data "external"`: a program that runs under every command, plans too. */
export function externalSteps(data: Block): readonly Step[] {
  const program = argumentOf(data, 'program');
  if (data.labels[0] !== 'external' || !program) return [];
  const folder = argumentOf(data, 'working_dir');
  return [
    {
      kind: 'scope',
      ends: 'process',
      environment: [],
      ...(folder ? { folder } : {}),
      title: `program of \`${addressOf(data)}\``,
      body: commandSteps([program], program.at),
      at: data.at,
    },
  ];
}
