//! The whole program in one screen: files to facts, facts to a model, the model to findings, all of it to a report.

import { interestOf } from '../domain/interest.ts';
import type { OperationReader } from '../domain/operation.ts';
import type { Report } from '../domain/report.ts';
import type { Rule } from '../domain/rule.ts';
import type { SignInForm } from '../domain/sign-in.ts';
import type { Language, Surface } from '../domain/surface.ts';
import { resolve } from '../resolve/resolve.ts';
import { accept } from './accept.ts';
import { acceptedComments } from './accepted-comments.ts';
import type { InputEntry } from './input.ts';
import { readFiles } from './read-files.ts';
import * as registry from './registry.gen.ts';
import { reportOf } from './report-of.ts';
import { adjustForms } from './settings/adjust-forms.ts';
import { applySettings, starterIn } from './settings/apply-settings.ts';
import { NO_SETTINGS, type Settings } from './settings/settings.ts';

export interface AnalyseInput {
  /** `mfa-ready`'s own. */
  readonly version: string;
  readonly files: Iterable<InputEntry>;
  /** Milliseconds since some moment before the call. */
  readonly elapsedMs: () => number;
  /** A rule's README, for formats that carry it. */
  readonly helpOf?: (rule: string) => string | undefined;
  readonly settings?: Settings;
  /** As `2027-05-31`: on what day something runs out. */
  readonly today?: string;
}

/** Everything that knows a platform, a tool or a judgement. */
export interface Units {
  readonly surfaces: readonly Surface[];
  readonly languages: readonly Language[];
  readonly signInForms: readonly SignInForm[];
  readonly operationReaders: readonly OperationReader[];
  readonly rules: readonly Rule[];
}

/** Throws only for a mistake of ours. */
export function analyse(input: AnalyseInput, units: Units = registry): Report {
  const { settings = NO_SETTINGS, today = '' } = input;
  const forms = adjustForms(units.signInForms, settings);
  const interest = interestOf([...forms, ...units.operationReaders]);
  const reading = readFiles(input.files, units.surfaces, interest);
  const model = resolve({
    files: reading.facts,
    forms,
    readers: units.operationReaders,
    languages: units.languages,
    interest,
    texts: { get: path => reading.textOf(path) },
    starterOf: starterIn(settings),
  });
  const drafts = units.rules.flatMap(rule =>
    [...rule.check(model)].map(draft => ({ rule: rule.id, ...draft })),
  );
  const report = reportOf({ ...input, reading, model, drafts, rules: units.rules });
  const ruleIds = units.rules.map(it => it.id);
  const { acceptances, remarks } = acceptedComments(reading.commented, ruleIds);
  const commented = { ...report, remarks: [...report.remarks, ...remarks] };
  return applySettings(accept(commented, acceptances, today), settings, today);
}
