//! Findings that a comment beside them accepts: `# mfa-ready: accept user-password-sign-in until 2027-05-31: replaced in May`.

import type { ReportedProblem } from '../domain/report.ts';
import { lineText, placeOf, type SourceFile } from '../domain/source-file.ts';
import type { Acceptance } from './accept.ts';
import { didYouMean } from './nearest.ts';

/** A file in which such comments may stand. */
export interface Commented {
  readonly source: SourceFile;
  /** What comments begin with there. */
  readonly comments: readonly string[];
}

export interface AcceptedComments {
  readonly acceptances: readonly Acceptance[];
  /** Comments that are meant to be such, and are not. */
  readonly remarks: readonly ReportedProblem[];
}

const MARK = 'mfa-ready:';

export const hasMark = (text: string): boolean => text.includes(MARK);

export function acceptedComments(
  files: readonly Commented[],
  ruleIds: readonly string[],
): AcceptedComments {
  const acceptances: Acceptance[] = [];
  const remarks: ReportedProblem[] = [];
  for (const file of files) {
    for (const { line, text } of marksIn(file)) {
      const { path } = file.source;
      const read = acceptanceOf(text, ruleIds);
      if (typeof read === 'string') remarks.push({ path, line, message: read });
      else acceptances.push(covering(file, line, read));
    }
  }
  return { acceptances, remarks };
}

interface Mark {
  readonly line: number;
  /** What follows the mark. */
  readonly text: string;
}

function marksIn({ source, comments }: Commented): readonly Mark[] {
  const marks: Mark[] = [];
  for (
    let from = source.text.indexOf(MARK);
    from >= 0;
    from = source.text.indexOf(MARK, from + 1)
  ) {
    const { line } = placeOf(source, { path: source.path, start: from, end: from });
    const start = source.lineStarts[line - 1] ?? 0;
    const before = source.text.slice(start, from).trimEnd().toLowerCase();
    if (!comments.some(it => before.endsWith(it))) continue;
    marks.push({ line, text: lineText(source, line).slice(from - start + MARK.length) });
  }
  return marks;
}

interface Read {
  readonly rules: readonly string[];
  readonly until: string | undefined;
  readonly reason: string;
}

const FORM = '`mfa-ready: accept <rule>: <reason>`, or `accept <rule> until 2027-05-31: <reason>`';

/** Why it is none, when it is none. */
function acceptanceOf(text: string, ruleIds: readonly string[]): Read | string {
  const [, names = '', until, rest] =
    /^ *accept +([\w-]+(?: *, *[\w-]+)*)(?: +until +(\d{4}-\d\d-\d\d))? *(?::(.*))?$/.exec(text) ??
    [];
  const rules = names.split(',').map(it => it.trim());
  if (names === '') return `this comment accepts nothing; the form is ${FORM}`;
  const unknown = rules.find(it => !ruleIds.includes(it));
  if (unknown !== undefined) {
    return `there is no rule \`${unknown}\`${didYouMean(unknown, ruleIds)}`;
  }
  const reason = (rest ?? '').replace(/(?:\*\/|-->|#>)\s*$/, '').trim();
  if (reason === '') return `this comment gives no reason; the form is ${FORM}`;
  return { rules, until, reason };
}

/** It covers its own line; where nothing else stands on that, the next that holds more than a comment. */
function covering(file: Commented, line: number, { rules, until, reason }: Read): Acceptance {
  const covered = isAlone(file, line) ? nextLine(file, line) : line;
  const { path } = file.source;
  return {
    path,
    line,
    name: 'this comment',
    reason,
    until,
    covers: it =>
      it.path === path && rules.includes(it.rule) && it.line <= covered && covered <= it.endLine,
  };
}

/** Further away it is no comment on the line. */
const LINES_BETWEEN_MAX = 50;

function nextLine(file: Commented, line: number): number {
  const last = Math.min(file.source.lineStarts.length, line + LINES_BETWEEN_MAX);
  for (let next = line + 1; next <= last; next += 1) if (!isAlone(file, next)) return next;
  return line;
}

/** Nothing, or a comment, and nothing else. */
function isAlone({ source, comments }: Commented, line: number): boolean {
  const text = lineText(source, line).trim().toLowerCase();
  return text === '' || comments.some(it => text.startsWith(it));
}
