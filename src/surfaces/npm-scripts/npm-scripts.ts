//! The `scripts` of a `package.json`: tasks that npm and its relatives run by name.
//! Source: https://docs.npmjs.com/cli/using-npm/scripts

import type { Expression } from '../../domain/expression.ts';
import type { FileFacts } from '../../domain/facts.ts';
import type { Region } from '../../domain/region.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Step } from '../../domain/step.ts';
import type { Surface } from '../../domain/surface.ts';
import { taskCall } from '../../domain/task-call.ts';
import { type Task, taskRoutines } from '../../domain/task-file.ts';
import { parseJson } from '../../languages/json/parse.ts';
import { regionOf } from '../../languages/json/region.ts';
import { type JsonMember, valueNamed } from '../../languages/json/tree.ts';

export const npmScripts: Surface = {
  id: 'npm-scripts',
  title: '`package.json`',
  comments: [],
  matches: path => /(?:^|\/)package\.json$/.test(path) && !/(?:^|\/)node_modules\//.test(path),
  extract,
};

/** JSON has no comments, so that people write them as scripts that nobody runs: `"//": "…"`. */
const REMARK = /^(?:\/\/|#)/;

/** A file that is broken is npm's to report: it is written by programs more than by people. */
function extract({ path, text }: SourceFile): FileFacts {
  const scripts = valueNamed(parseJson(text).root, 'scripts');
  const all = scripts?.kind === 'object' ? scripts.members : [];
  const members = all.filter(it => !REMARK.test(it.name.value));
  const names = new Set(members.map(it => it.name.value));
  const tasks = members.flatMap(it => taskOf(it, names, path) ?? []);
  const at = { path, start: 0, end: text.length };
  const declarations =
    tasks.length === 0 ? [] : taskRoutines({ path, at, definitions: [], tasks, first: undefined });
  return { path, pipelines: [], declarations, problems: [] };
}

function taskOf(
  { name, value }: JsonMember,
  names: ReadonlySet<string>,
  path: string,
): Task | undefined {
  if (value.kind !== 'string') return undefined;
  const at = { path, start: name.start, end: name.end };
  const around = (prefix: string): readonly Step[] =>
    names.has(`${prefix}${name.value}`) ? [taskCall(`${prefix}${name.value}`, at)] : [];
  const script = scriptStep(withArguments(regionOf(path, value)));
  const body = [...around('pre'), script, ...around('post')];
  return { name: name.value, title: `\`npm run ${name.value}\``, body, at };
}

/** In the folder of the file, wherever npm was called. */
function scriptStep(region: Region): Step {
  const { at } = region;
  const folder: Expression = { kind: 'call', name: 'module-folder', args: [], at };
  const source: Expression = { kind: 'text', region, at };
  const body: readonly Step[] = [{ kind: 'script', language: 'bash', source, at }];
  return { kind: 'scope', ends: 'process', environment: [], folder, body, at };
}

const HOLE_TEXT = '${?}';

/** What stands behind `--` is put behind the last word. */
function withArguments(region: Region): Region {
  const { at, text } = region;
  if (!/[\w"'./:=-]$/.test(text)) return region;
  const start = text.length + 1;
  const expression: Expression = {
    kind: 'elements',
    of: { kind: 'reference', space: 'argument', name: '@', at },
    at,
  };
  const holes = [{ start, end: start + HOLE_TEXT.length, expression }];
  return { ...region, text: `${text} ${HOLE_TEXT}`, holes };
}
