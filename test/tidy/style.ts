//! House rules that a program can check in one file, each with the sentence that its breaker reads.

import { stripTypeScriptTypes } from 'node:module';
import { isGenerated, isTest } from './sources.ts';

const LINES_MAX = 200;

const FUNCTION_LINES_MAX = 40;

const FUNCTION_START =
  /^(?:export )?(?:async )?(?:function\*? (?=\w)|const (?=\w+.*(?:=>|\()$))(\w+)/;

/** A table of cases may be longer than what it tests. */
const TEST_LINES_MAX = 300;

/** Tables of facts may be long: `data.ts`, `arm-data.ts`, `documents.test-data.ts`. */
const isData = (path: string): boolean => /[/-]data\.ts$/.test(path);

export function styleProblems(path: string, text: string): readonly string[] {
  if (isGenerated(path)) return [];
  const problems = [
    ...nameProblems(path),
    ...lengthProblems(path, text),
    ...functionProblems(path, text),
    ...classProblems(text),
    ...castProblems(text),
  ];
  // The name of a test says what it is.
  if (!isTest(path) && !/^(?:#!.*\n)?\/\/! \S/.test(text)) {
    problems.push('must begin with `//! ` and what the file is');
  }
  if (/^export default\b/m.test(text)) problems.push('has a default export: name it');
  return problems.map(problem => `${path} ${problem}`);
}

function nameProblems(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.gen|\.test-data)?\.ts$/.test(name))
    return ['is not in kebab-case'];
  return /^(?:index|utils?|helpers?|common|manager)\.ts$/.test(name)
    ? ['has a name that says nothing: name it by its one idea']
    : [];
}

function lengthProblems(path: string, text: string): readonly string[] {
  const lines = text.split('\n').length - 1;
  const max = isTest(path) ? TEST_LINES_MAX : LINES_MAX;
  return lines <= max || isData(path)
    ? []
    : [`has ${lines} lines, more than ${max}: it holds a second idea`];
}

/** Of functions at the top level: each ends where the next thing begins in the first column. */
function functionProblems(path: string, text: string): readonly string[] {
  if (isTest(path)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const name = FUNCTION_START.exec(line)?.[1];
    if (name === undefined) return [];
    const next = lines.findIndex((it, index) => index > start && /^[\w/]/.test(it));
    const whole = lines
      .slice(start, next < 0 ? lines.length : next)
      .join('\n')
      .trimEnd();
    const length = whole.split('\n').length;
    return length > FUNCTION_LINES_MAX
      ? [`has \`${name}\` with ${length} lines, more than ${FUNCTION_LINES_MAX}: name its parts`]
      : [];
  });
}

function classProblems(text: string): readonly string[] {
  return [...text.matchAll(/^(?:export )?(?:abstract )?class (\w+)(?: extends (\w+))?/gm)]
    .filter(([, , parent = '']) => !parent.endsWith('Error'))
    .map(([, name]) => `has the class \`${name}\`: only errors are classes`);
}

/**
 * Types are blanked out, character by character; an `as` or a `!` that is gone was a cast.
 * What looks like one in a comment inside a type, in an import or in a mapped type is none.
 */
function castProblems(text: string): readonly string[] {
  const stripped = stripTypeScriptTypes(text, { mode: 'strip' });
  const casts = [...text.matchAll(/\bas\b(?!\s+const\b)/g)]
    .filter(({ index }) => stripped.slice(index, index + 2) === '  ')
    .filter(({ index }) => !isOtherAs(text, index))
    .map(({ index }) => `line ${lineAt(text, index)} casts with \`as\`: narrow the type instead`);
  const marks = [...text.matchAll(/!/g)]
    .filter(({ index }) => stripped[index] === ' ' && !isInComment(text, index))
    .map(({ index }) => `line ${lineAt(text, index)} has a \`!\`: say what happens without it`);
  return [...casts, ...marks];
}

function isOtherAs(text: string, index: number): boolean {
  if (isInComment(text, index)) return true;
  const statement = text.slice(text.lastIndexOf(';', index) + 1, index);
  if (/(?:import|export)\s+type\s*\{[^}]*$/.test(statement)) return true;
  if (/\btype\s+\w+\s+$/.test(statement)) return true;
  if (/\[\s*\w+\s+in\b[^\]]*$/.test(statement)) return true;
  const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
  return (line.match(/['`"]/g) ?? []).length % 2 === 1;
}

function isInComment(text: string, index: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
  return /^\s*\*|\/\*|(?:^|[^:])\/\//.test(line);
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
