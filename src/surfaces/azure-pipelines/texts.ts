//! A text with `${{ … }}`, `$(…)` and `$[ … ]` in it to an expression of the domain.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/variables#understand-variable-syntax

import type { Expression } from '../../domain/expression.ts';
import { literal, template } from '../../domain/literal.ts';
import { type Hole, type Region, spanOf } from '../../domain/region.ts';
import { holePlaces } from '../../languages/github-expression/holes.ts';
import { templateExpression } from './expressions.ts';
import type { Reading } from './reading.ts';
import { variableReference } from './variable-names.ts';

/** A text that is one hole and nothing else is what the hole holds. */
export function textExpression(region: Region, reading: Reading): Expression {
  const [, start] = /^(\s*\$\[)[\s\S]*\]\s*$/.exec(region.text) ?? [];
  if (start !== undefined) {
    return templateExpression(region, start.length, region.text.lastIndexOf(']'), reading);
  }
  return withHoles(region, templateHoles(region, reading), () => true);
}

/** The same for a script, whose own language may spell a command the way a macro is spelled. */
export function scriptExpression(region: Region, language: string, reading: Reading): Expression {
  const isMacro = (name: string): boolean => !isCommand(name, language, region.text);
  return withHoles(region, templateHoles(region, reading), isMacro);
}

function withHoles(
  region: Region,
  templates: readonly Hole[],
  isMacro: (name: string) => boolean,
): Expression {
  const macros = macroHoles(region, isMacro).filter(
    macro => !templates.some(it => it.start < macro.end && macro.start < it.end),
  );
  const holes = [...templates, ...macros].toSorted((a, b) => a.start - b.start);
  return template({ ...region, holes });
}

const templateHoles = (region: Region, reading: Reading): readonly Hole[] =>
  holePlaces(region.text).map(({ start, end, bodyStart, bodyEnd }) => ({
    start,
    end,
    expression: templateExpression(region, bodyStart, bodyEnd, reading),
  }));

const MACRO = /\$\(([A-Za-z_][\w.-]*)\)/g;

/** `s` is where an agent puts the repository, below the folder of the pipeline. */
const SOURCES = /\$\((?:Pipeline\.Workspace|Agent\.BuildDirectory)\)[\\/]s(?![\w.-])/gi;

function macroHoles(region: Region, isMacro: (name: string) => boolean): readonly Hole[] {
  const holes: Hole[] = [];
  for (const { index, 0: whole } of region.text.matchAll(SOURCES)) {
    const end = index + whole.length;
    holes.push({ start: index, end, expression: literal('/.', spanOf(region, index, end)) });
  }
  for (const { index, 0: whole, 1: name = '' } of region.text.matchAll(MACRO)) {
    const end = index + whole.length;
    if (!isMacro(name) || holes.some(it => it.start <= index && index < it.end)) continue;
    holes.push({
      start: index,
      end,
      expression: variableReference(name, spanOf(region, index, end)),
    });
  }
  return holes;
}

/** What people write in `$(…)` and mean the command, since nobody calls a variable so. */
const COMMANDS: ReadonlySet<string> = new Set(
  'arch date hostname id ls mktemp nproc pwd tput tty uname whoami'.split(' '),
);

/** A macro that names no variable is left to the language of the script. */
function isCommand(name: string, language: string, script: string): boolean {
  if (language === 'powershell') return /^[A-Z][a-z]+-[A-Z]\w+$/.test(name);
  if (language !== 'bash') return false;
  const at = script.indexOf(name);
  const isFunction = /[.]/.test(name) || at < 0 ? false : isDefinedIn(script, name);
  return COMMANDS.has(name) || isFunction;
}

const isDefinedIn = (script: string, name: string): boolean =>
  script.includes(`function ${name}`) ||
  script.includes(`${name}()`) ||
  script.includes(`${name} ()`);
