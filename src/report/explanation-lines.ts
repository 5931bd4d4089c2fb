//! One sign-in or operation of an explanation, as lines.

import type {
  ExplainedActor,
  ExplainedEvent,
  ExplainedOperation,
  ExplainedSignIn,
} from '../domain/explanation.ts';
import type { Verdict } from '../domain/finding.ts';
import type { Confidence } from '../domain/model.ts';
import type { Place } from '../domain/span.ts';
import type { Colour, Paint } from './paint.ts';
import { visible } from './visible.ts';

export const VERDICTS: Readonly<
  Record<Verdict, { readonly word: string; readonly colour: Colour }>
> = {
  breaks: { word: 'breaks', colour: 'red' },
  'at-risk': { word: 'at risk', colour: 'yellow' },
  undecided: { word: 'undecided', colour: 'yellow' },
  'out-of-scope': { word: 'out of scope', colour: 'blue' },
  ready: { word: 'ready', colour: 'green' },
};

/** Sign-ins have letters, operations numbers: "a", "12". */
export function labelOf(events: readonly ExplainedEvent[], index: number): string {
  const event = events[index];
  const count = events.slice(0, index).filter(it => it.kind === event?.kind).length;
  return event?.kind === 'sign-in' ? lettersOf(count) : String(count + 1);
}

/** 0 is "a", 26 is "aa". */
const lettersOf = (count: number): string =>
  (count < LETTERS ? '' : lettersOf(Math.floor(count / LETTERS) - 1)) +
  String.fromCharCode(FIRST_LETTER + (count % LETTERS));

const LETTERS = 26;
const FIRST_LETTER = 'a'.charCodeAt(0);

/** The first begins with the label, the others stand below what follows it. */
export function linesOf(
  events: readonly ExplainedEvent[],
  index: number,
  paint: Paint,
): readonly string[] {
  const event = events[index];
  if (!event) return [];
  const mark =
    event.kind === 'sign-in' ? `(${labelOf(events, index)})` : `${labelOf(events, index)}.`;
  const [first = '', ...rest] =
    event.kind === 'sign-in' ? signInLines(event, paint) : operationLines(event, events, paint);
  const margin = ' '.repeat(mark.length + 1);
  return [`${paint('bold', mark)} ${first}`, ...rest.map(line => margin + line)];
}

function signInLines(event: ExplainedSignIn, paint: Paint): readonly string[] {
  const { title, identity, who, confidence, verdict, details, isUsed } = event;
  const verb = identity === 'ambient' ? 'acts' : 'signs in';
  const told = details.map(
    it => visible(it.message) + (it.at ? ` ${placeText(it.at, paint)}` : ''),
  );
  return [
    `${visible(title)} ${doubted(verb, confidence)} as ${who} ${placeText(event.at, paint)}`,
    ...told,
    ...(isUsed ? [] : ['no operation below acts as it']),
    ...(verdict && !isUsed ? [paint(VERDICTS[verdict].colour, VERDICTS[verdict].word)] : []),
  ];
}

function doubted(verb: 'acts' | 'signs in', confidence: Confidence): string {
  switch (confidence) {
    case 'certain':
      return verb;
    case 'likely':
      return `${verb}, if this runs,`;
    case 'possible':
      return verb === 'acts' ? 'may act' : 'may sign in';
  }
}

function operationLines(
  event: ExplainedOperation,
  events: readonly ExplainedEvent[],
  paint: Paint,
): readonly string[] {
  const { what, actors, at } = event;
  const head = `${visible(what)} ${placeText(at, paint)}`;
  if (actors.length === 0) return [head, 'as nobody: nobody is signed in there'];
  return [head, ...actors.flatMap(it => actorLines(it, events, paint))];
}

function actorLines(
  actor: ExplainedActor,
  events: readonly ExplainedEvent[],
  paint: Paint,
): readonly string[] {
  const { who, confidence, verdict, because } = actor;
  const { word, colour } = VERDICTS[verdict];
  const maybe = confidence === 'certain' ? '' : 'maybe ';
  return [
    `${maybe}as ${paint('bold', who)}: ${originOf(actor, events)}`,
    `${paint(colour, word)}: ${visible(because)}`,
  ];
}

/** Which sign-in made it so. */
function originOf({ signIn, through }: ExplainedActor, events: readonly ExplainedEvent[]): string {
  const [by, taker] = [signIn, through].map(it =>
    it === undefined ? undefined : `(${labelOf(events, it)})`,
  );
  if (by && taker) return `${taker} takes the session that ${by} opened`;
  if (by) return `signed in at ${by}`;
  return taker
    ? `${taker} takes a session that nothing in this repository opened`
    : 'nothing in this repository has signed in before';
}

/** "(scripts/deploy.sh:12)" */
export const placeText = ({ path, line }: Pick<Place, 'path' | 'line'>, paint: Paint): string =>
  paint('dim', `(${visible(path)}:${line})`);
