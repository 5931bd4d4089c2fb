//! What a run went past without seeing what it does, so that whoever reads who acts knows what that leaves out.

import type { Call } from '../domain/call.ts';
import type { Told } from '../domain/explanation.ts';
import type { Model } from '../domain/model.ts';
import type { Surroundings } from '../domain/sign-in.ts';
import { isSameSpan, type Problem, type Span } from '../domain/span.ts';
import { ABSENT } from '../domain/value.ts';
import { codeList } from '../enforcement/names.ts';
import type { ResolveInput } from '../resolve/world.ts';
import type { Reading } from './read-files.ts';
import type { PlaceFinder } from './report-of.ts';

export interface Seen {
  /** Of one entry point. */
  readonly model: Model;
  /** Every call of it. */
  readonly calls: readonly Call[];
  /** Scripts that were run and are not there, and where. */
  readonly missing: ReadonlyMap<string, Span>;
  readonly reading: Reading;
  readonly input: ResolveInput;
  readonly places: PlaceFinder;
}

export const unseenOf = (seen: Seen): readonly Told[] => [
  ...variablesOf(seen),
  ...componentsOf(seen),
  ...scriptsOf(seen),
  ...problemsOf(seen),
];

function variablesOf({ model }: Seen): readonly Told[] {
  if (!model.operations.some(it => it.isOpen)) return [];
  return [
    { message: 'variables that the platform or an unread program sets, which may decide who acts' },
  ];
}

const scriptsOf = ({ missing, places }: Seen): readonly Told[] =>
  [...missing].map(([path, at]) => ({
    message: `what \`${path}\` does: not in this repository, unless the run makes it`,
    at: places(at),
  }));

/** Actions and tasks that nothing here knows. */
function componentsOf({ calls, input }: Seen): readonly Told[] {
  const names = calls.flatMap(call =>
    call.kind === 'component' && !isKnown(call, input) ? [call.name] : [],
  );
  if (names.length === 0) return [];
  return [{ message: `the code of ${codeList([...new Set(names)])}: not in this repository` }];
}

const NOWHERE: Surroundings = { environment: () => ABSENT, isClosed: true };

const isKnown = (call: Call, { forms, readers }: ResolveInput): boolean =>
  forms.some(it => it.read(call, NOWHERE)) || readers.some(it => it.read(call, NOWHERE));

/** Of the files that the run came through. */
function problemsOf({ model, reading, places }: Seen): readonly Told[] {
  const paths = new Set([
    ...model.entryPoints.map(it => it.at.path),
    ...[...model.signIns, ...model.operations].flatMap(it => it.chain.map(({ at }) => at.path)),
    ...model.signIns.map(it => it.signIn.at.path),
    ...model.operations.map(it => it.operation.at.path),
  ]);
  const ofFiles = new Set<Problem>(reading.facts.flatMap(it => it.problems));
  return model.problems
    .filter(it => !ofFiles.has(it) || paths.has(it.at.path))
    .filter(it => !isTold(it, model))
    .map(({ at, message }) => ({ message, at: places(at) }));
}

/** A command line that is refused is said where it is a sign-in. */
const isTold = ({ at, message }: Problem, { signIns }: Model): boolean =>
  signIns.some(({ signIn }) =>
    signIn.remarks.some(
      it => it.kind === 'usage-error' && isSameSpan(signIn.at, at) && message.endsWith(it.message),
    ),
  );
