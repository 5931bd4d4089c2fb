//! Modules that run a command, a text of a shell, or a script of the repository.
//! Source: https://docs.ansible.com/ansible/latest/collections/ansible/builtin/shell_module.html

import type { Expression } from '../../domain/expression.ts';
import { text } from '../../domain/literal.ts';
import { type Region, subRegion } from '../../domain/region.ts';
import { argumentWords } from '../../domain/script-arguments.ts';
import type { Step } from '../../domain/step.ts';
import { expressionOf, holesOf } from '../../languages/jinja/jinja-text.ts';
import {
  childOf,
  isEmpty,
  itemsOf,
  scalarOf,
  textOf,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { joinFolder } from './folders.ts';
import { namesIn, type Reading, scalarExpression, valueExpression } from './reading.ts';
import type { Module } from './task.ts';

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['shell', 'bash'],
  ['command', 'bash'],
  ['raw', 'bash'],
  ['expect', 'bash'],
  ['win_shell', 'powershell'],
  ['win_command', 'powershell'],
  ['win_powershell', 'powershell'],
]);

export interface Invocation {
  readonly steps: readonly Step[];
  /** Where it stands while it runs. */
  readonly folder: Expression | undefined;
}

/** `undefined` for other modules. */
export function commandOf(
  module: Module,
  task: YamlMapping,
  reading: Reading,
): Invocation | undefined {
  const isScript = module.name === 'script';
  const language = LANGUAGES.get(module.name);
  if (language === undefined && !isScript) return undefined;
  const option = (name: string): YamlNode | undefined =>
    childOf(module.args, name) ?? childOf(childOf(task, 'args'), name);
  const form = freeForm(module, option);
  const chdir = scalarOf(option('chdir'));
  const folder =
    (chdir && !isEmpty(chdir) && scalarExpression(chdir, reading)) ||
    (form?.folder && expressionOf(form.folder, namesIn(reading)));
  const words = itemsOf(option('argv')).map(it => valueExpression(it, reading));
  const [first] = words;
  if (first) {
    const command: Step = { kind: 'command', words, environment: [], at: first.at };
    return { steps: [command], folder };
  }
  if (!form) return { steps: [], folder };
  const region = { ...form.text, holes: holesOf(form.text, namesIn(reading)) };
  if (isScript) return { steps: scriptFile(region, reading), folder };
  const executable = textOf(option('executable')) ?? form.executable ?? '';
  const shell = /pwsh|powershell/i.test(executable) ? 'powershell' : (language ?? 'bash');
  const source = text(region);
  return { steps: [{ kind: 'script', language: shell, source, at: region.at }], folder };
}

interface FreeForm {
  readonly text: Region;
  readonly folder?: Region;
  readonly executable?: string;
}

function freeForm(
  module: Module,
  option: (name: string) => YamlNode | undefined,
): FreeForm | undefined {
  const named = ['cmd', '_raw_params', 'command', 'script'].map(it => scalarOf(option(it)));
  const given = named.find(it => it !== undefined)?.region;
  if (given) return { text: given };
  const whole = module.freeForm ?? scalarOf(module.args)?.region;
  return whole && whole.text.trim() !== '' ? withoutOptions(whole) : undefined;
}

const OPTION =
  '(chdir|creates|removes|executable|warn|stdin|stdin_add_newline|strip_empty_ends)=("[^"]*"|\'[^\']*\'|(?:\\{\\{.*?\\}\\}|\\S)+)';
const FIRST = new RegExp(`^\\s*${OPTION}\\s+`);
const LAST = new RegExp(`\\s${OPTION}\\s*$`);

/** More options than there are; each match takes one away. */
const OPTIONS_MAX = 8;

/** `chdir=infra az login`, and the same with the option behind. */
function withoutOptions(whole: Region): FreeForm {
  let form: FreeForm = { text: whole };
  for (let taken = 0; taken < OPTIONS_MAX; taken += 1) {
    const { text: region } = form;
    // At the end only the last lines are looked at: a long script is no list of options.
    const tail = Math.max(0, region.text.length - 400);
    const first = FIRST.exec(region.text);
    const last = first ? undefined : LAST.exec(region.text.slice(tail));
    const match = first ?? last;
    if (!match) break;
    const from = first ? match[0].length : 0;
    const to = first ? region.text.length : tail + match.index;
    const start = (first ? 0 : tail) + match.index + match[0].indexOf('=') + 1;
    const value = match[2] ?? '';
    const quotes = /^['"]/.test(value) ? 1 : 0;
    const held = subRegion(region, start + quotes, start + value.length - quotes);
    const folder = match[1] === 'chdir' ? { folder: held } : {};
    const executable = match[1] === 'executable' ? { executable: held.text } : {};
    form = { ...form, ...folder, ...executable, text: subRegion(region, from, to) };
  }
  return form;
}

/** The machine that runs Ansible has the file, in the `files` of a role or beside the playbook. */
function scriptFile(region: Region, { folder, role }: Reading): readonly Step[] {
  const [path, ...words] = argumentWords(text(region));
  if (path?.kind !== 'text') return [];
  const { text: spelled, holes } = path.region;
  const isPlain = holes.length === 0 && !spelled.startsWith('/');
  const roots = role === undefined ? [folder] : [joinFolder(role, 'files'), role];
  const folders = isPlain ? roots.flatMap(it => [it, joinFolder(it, 'files')]) : [''];
  return [...new Set(folders)].map(it => ({
    kind: 'run',
    routine: 'script',
    path: isPlain
      ? text({ at: path.at, text: `/${joinFolder(it, spelled)}`, segments: [], holes: [] })
      : path,
    inputs: [],
    arguments: words,
    sharesProcess: false,
    at: path.at,
  }));
}
