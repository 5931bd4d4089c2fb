//! What `explain path#job` prints: a job from its first step to its last, and who acts at every operation.

import type { ExplainedEvent, Explanation, Told } from '../domain/explanation.ts';
import type { Verdict } from '../domain/finding.ts';
import type { PrintOptions } from '../domain/report.ts';
import { linesOf, placeText, VERDICTS } from './explanation-lines.ts';
import { type Paint, paintFor } from './paint.ts';
import { counted, visible } from './visible.ts';

/** Ended by a line end. */
export function explanationText(explanation: Explanation, options: PrintOptions): string {
  const paint = paintFor(options.color);
  const parts = [
    headOf(explanation, paint),
    treeOf(explanation.events, paint),
    [...summaryOf(explanation, paint), ...unseenOf(explanation, paint)],
    findingsOf(explanation),
  ];
  return parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.map(line => `${line}\n`).join(''))
    .join('\n');
}

function headOf({ id, title, events, ...rest }: Explanation, paint: Paint): readonly string[] {
  const path = id.includes('#') ? ` of ${id.slice(0, id.indexOf('#'))}` : '';
  const head = paint('bold', visible(`${title}${path}`));
  if (events.length === 0) return [head, reachText(rest)];
  return [
    head,
    reachText(rest),
    'Below is what it does, in order; what stands further right is started by what stands above it.',
    'Letters are sign-ins, numbers are operations on Azure, each with who acts and what comes of it.',
  ];
}

function reachText({ reach, runner }: Pick<Explanation, 'reach' | 'runner'>): string {
  const machine = runner === undefined ? '' : ` on \`${visible(runner)}\``;
  switch (reach) {
    case 'pipeline':
      return `A pipeline runs it${machine}, with nobody there who could pass multi-factor authentication.`;
    case 'automation':
      return 'It runs on its own, with nobody there who could pass multi-factor authentication.';
    case 'manual':
      return 'No pipeline of this repository runs it: a person starts it, and is there.';
  }
}

/** The way to each event is told as far as it is not that of the event before. */
function treeOf(events: readonly ExplainedEvent[], paint: Paint): readonly string[] {
  const lines: string[] = [];
  let shown: readonly string[] = [];
  for (const [index, event] of events.entries()) {
    const way = event.way.map(it => `${visible(it.message)} ${placeText(it, paint)}`);
    const shared = sharedOf(shown, way);
    lines.push(...way.slice(shared).map((line, depth) => indented(line, shared + depth)));
    lines.push(...linesOf(events, index, paint).map(line => indented(line, way.length)));
    shown = way;
  }
  return lines;
}

const INDENT = '  ';

const indented = (line: string, depth: number): string => `${INDENT.repeat(depth)}${line}`;

/** How many of the first are the same. */
function sharedOf(before: readonly string[], way: readonly string[]): number {
  const other = way.findIndex((it, index) => it !== before[index]);
  return other < 0 ? way.length : other;
}

const WORST_FIRST: readonly Verdict[] = ['breaks', 'at-risk', 'undecided', 'out-of-scope', 'ready'];

/** "3 operations: 2 break, 1 ready." */
function summaryOf({ events }: Explanation, paint: Paint): readonly string[] {
  const worst = events.flatMap(event =>
    event.kind === 'operation'
      ? [WORST_FIRST.find(it => event.actors.some(actor => actor.verdict === it))]
      : [],
  );
  if (events.length === 0)
    return ['Nothing that is known here signs in to Azure, or does something to it.'];
  const counts = [...WORST_FIRST, undefined].flatMap(verdict => {
    const count = worst.filter(it => it === verdict).length;
    if (count === 0) return [];
    if (!verdict) return [`${count} with nobody signed in`];
    const { word, colour } = VERDICTS[verdict];
    return [paint(colour, `${count} ${verdict === 'breaks' && count > 1 ? 'break' : word}`)];
  });
  const total = counted(worst.length, 'operation');
  return [counts.length === 0 ? `${total}.` : `${total}: ${counts.join(', ')}.`];
}

const unseenOf = ({ unseen }: Explanation, paint: Paint): readonly string[] =>
  unseen.length === 0 ? [] : ['Not seen:', ...unseen.map(it => indented(toldText(it, paint), 1))];

const toldText = ({ message, at }: Told, paint: Paint): string =>
  at ? `${visible(message)} ${placeText(at, paint)}` : visible(message);

function findingsOf({ findings }: Explanation): readonly string[] {
  const rules = [...new Set(findings.map(it => it.rule))];
  return rules.map(rule => {
    const own = findings.filter(it => it.rule === rule);
    const places = own.map(it => `${visible(it.at.path)}:${it.at.line}`).join(', ');
    const what = own.length > 1 ? 'Findings' : 'Finding';
    return `${what} at ${places}: \`mfa-ready explain ${rule}\` says what to do.`;
  });
}
