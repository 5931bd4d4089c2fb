//! One job, script or root of a repository explained: found by its path, run by itself, and told in order.

import type { Call } from '../domain/call.ts';
import type { Explanation } from '../domain/explanation.ts';
import { interestOf } from '../domain/interest.ts';
import type { EntryPoint, Model } from '../domain/model.ts';
import type { ReportedProblem } from '../domain/report.ts';
import { isSameSpan, type Link, type Span } from '../domain/span.ts';
import { resolve } from '../resolve/resolve.ts';
import type { ResolveInput } from '../resolve/world.ts';
import type { Units } from './analyse.ts';
import { explanationOf } from './explanation-of.ts';
import type { InputEntry } from './input.ts';
import { byText } from './order.ts';
import { type Reading, readFiles } from './read-files.ts';
import * as registry from './registry.gen.ts';
import { placeFinder } from './report-of.ts';
import { adjustForms } from './settings/adjust-forms.ts';
import { starterIn } from './settings/apply-settings.ts';
import { NO_SETTINGS, type Settings } from './settings/settings.ts';
import { unseenOf } from './unseen.ts';

export interface Asked {
  /** Of a file, or of the folder of a root; relative to the scanned root, with `/`. */
  readonly path: string;
  /** All that start in the file, when absent. */
  readonly job?: string;
}

export type Explained =
  | { readonly kind: 'explained'; readonly explanations: readonly Explanation[] }
  /** It has others, by these ids. */
  | { readonly kind: 'no-such-job'; readonly ids: readonly string[] }
  /** It does not start by itself: these run it. */
  | { readonly kind: 'run-by-others'; readonly ids: readonly string[] }
  /** `problem` is why, when the file was not understood. */
  | { readonly kind: 'nothing'; readonly problem?: ReportedProblem };

/** Throws only for a mistake of ours. */
export function explain(
  files: Iterable<InputEntry>,
  asked: Asked,
  settings: Settings = NO_SETTINGS,
  units: Units = registry,
): Explained {
  const { surfaces, languages, operationReaders: readers } = units;
  const forms = adjustForms(units.signInForms, settings);
  const interest = interestOf([...forms, ...readers]);
  const reading = readFiles(files, surfaces, interest);
  const texts = { get: (path: string) => reading.textOf(path) };
  const starterOf = starterIn(settings);
  const input = { files: reading.facts, forms, readers, languages, interest, texts, starterOf };
  const found = startsAt(asked, input);
  if (found.kind === 'nothing') return nothingIn(asked.path, reading);
  if (found.kind !== 'found') return found;
  const explanations = found.starts.map(it => explained(it, input, reading, units));
  return { kind: 'explained', explanations };
}

function nothingIn(path: string, { facts, problems, sources }: Reading): Explained {
  const places = placeFinder(sources);
  const ofFile = facts
    .flatMap(it => it.problems)
    .map(({ at, message }) => ({ path: at.path, line: places(at).line, message }));
  const problem = [...problems, ...ofFile].find(it => it.path === path);
  return problem ? { kind: 'nothing', problem } : { kind: 'nothing' };
}

/** What to run, and whose part of that is told: the same, but for what runs on its own. */
interface Start {
  readonly run: string;
  readonly told: string;
}

type Found = { readonly kind: 'found'; readonly starts: readonly Start[] };

type NotFound = Exclude<Explained, { readonly kind: 'explained' }>;

/** Jobs are known from their files; for all else the whole repository says whether anything runs it. */
function startsAt({ path, job }: Asked, input: ResolveInput): Found | NotFound {
  const isIn = (id: string): boolean => id === path || id.startsWith(`${path}#`);
  const isAsked = (id: string): boolean =>
    isIn(id) && (job === undefined || id === `${path}#${job}`);
  const jobs = input.files
    .filter(it => it.path === path)
    .flatMap(it => it.pipelines.map(({ id }) => `${path}#${id}`));
  const asked = jobs.filter(isAsked);
  if (asked.length > 0) return foundOf(asked.map(id => ({ run: id, told: id })));
  const model = resolve(input);
  const all = [...alone(model), ...deployed(model)];
  const [first, ...others] = all.filter(it => isAsked(it.told));
  // Of a file that starts by itself, what it deploys is told with it.
  if (first) return foundOf(first.run === first.told ? [first] : [first, ...others]);
  const ids = [...new Set([...jobs, ...all.map(it => it.told).filter(isIn)])];
  if (job !== undefined && ids.length > 0) return { kind: 'no-such-job', ids };
  const callers = callersOf(path, model);
  return callers.length > 0 ? { kind: 'run-by-others', ids: callers } : { kind: 'nothing' };
}

const foundOf = (starts: readonly Start[]): Found => ({ kind: 'found', starts });

const alone = ({ entryPoints }: Model): readonly Start[] =>
  entryPoints.map(({ id }) => ({ run: id, told: id }));

/** What runs on its own: its chain begins with what deploys it. */
function deployed(model: Model): readonly Start[] {
  const starts = new Map<string, Start>();
  for (const { entryPoint, chain } of happeningsOf(model)) {
    const deployer = model.entryPoints.find(it => chain[0] && isSameSpan(it.at, chain[0].at));
    if (!deployer || deployer.id === entryPoint.id || starts.has(entryPoint.id)) continue;
    starts.set(entryPoint.id, { run: deployer.id, told: entryPoint.id });
  }
  return [...starts.values()];
}

/** Those whose way leads through the file, or ends in it. */
function callersOf(path: string, model: Model): readonly string[] {
  const starting = new Set(model.entryPoints.map(it => it.id));
  const callers = happeningsOf(model)
    .filter(({ at, chain }) => [at, ...chain.map(it => it.at)].some(it => it.path === path))
    .map(it => it.entryPoint.id);
  return [...new Set(callers)].filter(it => starting.has(it)).sort(byText);
}

interface Happening {
  readonly at: Span;
  readonly entryPoint: EntryPoint;
  readonly chain: readonly Link[];
}

const happeningsOf = ({ signIns, operations }: Model): readonly Happening[] => [
  ...operations.map(({ operation, entryPoint, chain }) => ({
    at: operation.at,
    entryPoint,
    chain,
  })),
  ...signIns.flatMap(({ signIn, entryPoints, chain }) =>
    entryPoints.map(entryPoint => ({ at: signIn.at, entryPoint, chain })),
  ),
];

function explained(
  { run, told }: Start,
  input: ResolveInput,
  reading: Reading,
  units: Units,
): Explanation {
  const calls: Call[] = [];
  const missing = new Map<string, Span>();
  const whole = resolve({
    ...input,
    only: run,
    observe: call => calls.push(call),
    miss: (path, at) => missing.set(path, at),
  });
  const model = run === told ? whole : partOf(whole, told);
  const entryPoint = [...model.entryPoints, ...happeningsOf(model).map(it => it.entryPoint)].find(
    it => it.id === told,
  );
  if (!entryPoint) throw new Error(`\`${told}\` was found, and is not there when it is run alone`);
  const places = placeFinder(reading.sources);
  return {
    ...explanationOf(entryPoint, model, places),
    unseen: unseenOf({ model, calls, missing, reading, input, places }),
    findings: units.rules.flatMap(rule =>
      [...rule.check(model)].map(({ severity, at }) => ({
        rule: rule.id,
        severity,
        at: places(at),
      })),
    ),
  };
}

const partOf = (model: Model, id: string): Model => ({
  ...model,
  signIns: model.signIns.filter(it => it.entryPoints.some(entryPoint => entryPoint.id === id)),
  operations: model.operations.filter(it => it.entryPoint.id === id),
});
