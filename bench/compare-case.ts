//! A report beside the labels of its file: what was found, what was missed, and what was claimed of a user in error.

import type { Report, ReportedSignIn } from '../src/domain/report.ts';
import { isUser } from '../src/domain/sign-in.ts';
import type { LabelledCase, LabelledLine } from './labelled-cases.ts';

export interface CaseResult {
  readonly labelled: LabelledCase;
  /** Labelled lines. */
  readonly expected: number;
  /** Those with a sign-in of the right identity. */
  readonly found: number;
  /** Sign-ins that are said to be a user's. */
  readonly userClaims: number;
  /** Those on a line that is labelled as a user's. */
  readonly trueUserClaims: number;
  /** In words. */
  readonly differences: readonly string[];
}

export function compareCase(labelled: LabelledCase, report: Report): CaseResult {
  const { signIns } = report;
  const { expected } = labelled;
  const missed = expected.filter(line => !isFound(line, signIns));
  const claims = signIns.filter(it => isUser(it.identity));
  const falseClaims = claims.filter(
    it => !expected.some(line => isUsers(line) && covers(it, line)),
  );
  const extra = signIns.filter(
    it => !isUser(it.identity) && !expected.some(line => covers(it, line)),
  );
  return {
    labelled,
    expected: expected.length,
    found: expected.length - missed.length,
    userClaims: claims.length,
    trueUserClaims: claims.length - falseClaims.length,
    differences: [
      ...missed.map(it => `missed ${missedText(it, signIns)}`),
      ...falseClaims.map(it => `false  ${signInText(it)}`),
      ...extra.map(it => `extra  ${signInText(it)}`),
      ...report.problems.map(it => `problem in line ${it.line}: ${it.message}`),
    ],
  };
}

/** A sign-in of several lines covers each of them. */
const covers = (signIn: ReportedSignIn, { line }: LabelledLine): boolean =>
  signIn.line <= line && line <= signIn.endLine;

const isFound = (line: LabelledLine, signIns: readonly ReportedSignIn[]): boolean =>
  signIns.some(it => covers(it, line) && line.identities.includes(it.identity));

const isUsers = ({ identities }: LabelledLine): boolean => identities.some(isUser);

function missedText(line: LabelledLine, signIns: readonly ReportedSignIn[]): string {
  const instead = signIns.filter(it => covers(it, line)).map(it => it.identity);
  const found = instead.length > 0 ? `, got ${instead.join(', ')}` : '';
  const why = line.why === '' ? '' : ` (${line.why})`;
  return `line ${line.line}: ${line.label}${found}${why}`;
}

const signInText = ({ line, form, identity }: ReportedSignIn): string =>
  `line ${line}: ${form}, ${identity}`;
