//! The labels: real files, each with the lines where careful reading found a sign-in, and whose.

import type { IdentityKind } from '../src/domain/sign-in.ts';

export interface LabelledCase {
  readonly number: number;
  readonly surface: string;
  /** Where it is from: a repository, or the number of a stored file. */
  readonly source: string;
  /** Below the folder of the case's number. */
  readonly file: string;
  /** What it is scanned as. */
  readonly path: string;
  readonly expected: readonly LabelledLine[];
}

export interface LabelledLine {
  readonly line: number;
  /** In the words of the labels: `user-ropc`. */
  readonly label: string;
  /** The identities that are right there; any of them is. */
  readonly identities: readonly IdentityKind[];
  readonly why: string;
}

const PRINCIPAL: readonly IdentityKind[] = [
  'service-principal-secret',
  'service-principal-certificate',
  'service-principal-federated',
];

/** The labels do not tell which credential a principal has, nor what `az login` of a person falls back to. */
const IDENTITIES: Readonly<Record<string, readonly IdentityKind[]>> = {
  'user-ropc': ['user-password'],
  'user-device-code': ['user-device-code'],
  'user-browser': ['user-interactive'],
  'user-interactive': ['user-interactive'],
  'user-interactive-dev': ['user-interactive', 'user-device-code'],
  'user-cached': ['user-cached'],
  'service-principal': PRINCIPAL,
  oidc: ['service-principal-federated'],
  'managed-identity': ['managed-identity'],
  ambient: ['ambient'],
  'ambient-cli': ['ambient'],
  unknown: ['unknown'],
};

/** One case a line of JSON. Throws for a line that is none. */
export const labelledCases = (text: string): readonly LabelledCase[] =>
  text
    .split('\n')
    .filter(it => it.trim() !== '')
    .map(it => caseOf(JSON.parse(it)));

function caseOf(given: unknown): LabelledCase {
  const expected = member(given, 'expected');
  const surface = textAt(given, 'surface') ?? '';
  const file = textAt(given, 'path') ?? textAt(given, 'path_guess') ?? '';
  // A guessed path is a bare name, and only its folder makes a workflow of a file.
  const isBare = surface === 'github-workflow' && !file.includes('/');
  return {
    number: Number(member(given, 'n')),
    surface,
    source: textAt(given, 'repo') ?? textAt(given, 'id') ?? 'an excerpt',
    file,
    path: isBare ? `.github/workflows/${file}` : file,
    expected: Array.isArray(expected) ? expected.map(lineOf) : [],
  };
}

function lineOf(given: unknown): LabelledLine {
  const label = textAt(given, 'identity') ?? '';
  const identities = IDENTITIES[label];
  if (!identities) throw new Error(`no identity is known for the label "${label}"`);
  return {
    line: Number(member(given, 'line')),
    label,
    identities,
    why: textAt(given, 'why') ?? '',
  };
}

const member = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? new Map(Object.entries(of)).get(name) : undefined;

function textAt(of: unknown, name: string): string | undefined {
  const value = member(of, name);
  return typeof value === 'string' ? value : undefined;
}
