//! Small models for tests, each sign-in and operation with one entry point.

import type { DirectoryChange } from '../domain/directory.ts';
import type {
  Actor,
  Confidence,
  EntryPoint,
  Model,
  Reach,
  ResolvedChange,
  ResolvedOperation,
  ResolvedSignIn,
} from '../domain/model.ts';
import { newSignIn } from '../domain/new-sign-in.ts';
import type { Operation } from '../domain/operation.ts';
import type { IdentityKind, SignIn } from '../domain/sign-in.ts';
import type { Span } from '../domain/span.ts';

const WORKFLOW = '.github/workflows/deploy.yml';

/** Lines stand for offsets: each is its own place. */
export const sampleSpan = (line: number, path = WORKFLOW): Span => ({
  path,
  start: line * 10,
  end: line * 10 + 5,
});

export const sampleEntryPoint = (reach: Reach = 'pipeline', runner?: string): EntryPoint => ({
  id: `${WORKFLOW}#deploy`,
  title: 'job `deploy`',
  reach,
  ...(runner === undefined ? {} : { runner }),
  at: sampleSpan(1),
});

/** Another job, or whatever stands under that name. */
export const sampleJob = (name: string, line = 30): EntryPoint => ({
  ...sampleEntryPoint(),
  id: `${WORKFLOW}#${name}`,
  title: `job \`${name}\``,
  at: sampleSpan(line),
});

export interface SampleSignIn extends Partial<SignIn> {
  readonly entryPoint?: EntryPoint;
  readonly entryPoints?: readonly EntryPoint[];
  readonly confidence?: Confidence;
}

export function sampleSignIn(identity: IdentityKind, rest: SampleSignIn = {}): ResolvedSignIn {
  const { entryPoint = sampleEntryPoint(), confidence = 'certain', ...others } = rest;
  const { entryPoints = [entryPoint], ...signIn } = others;
  return {
    title: '`az login`',
    signIn: newSignIn('az-login', sampleSpan(2), identity, { covers: 'rest-of-job', ...signIn }),
    reach: entryPoint.reach,
    entryPoints,
    confidence,
    chain: [{ at: entryPoint.at, message: entryPoint.title }],
    settings: new Map(),
    order: 0,
  };
}

export const sampleTerraform = (rest: SampleSignIn = {}): ResolvedSignIn => {
  const sample = sampleSignIn('ambient', { takes: ['azure-cli'], covers: 'provider', ...rest });
  const at = sampleSpan(7, 'main.tf');
  const title = 'the Terraform provider';
  return { ...sample, title, signIn: { ...sample.signIn, form: 'terraform-provider', at } };
};

export const sampleActor = (signIn: ResolvedSignIn, through?: ResolvedSignIn): Actor => ({
  identity: signIn.signIn.identity,
  signIn,
  ...(through ? { through } : {}),
  confidence: signIn.confidence === 'possible' ? 'possible' : 'certain',
});

/** Nothing in the repository signs in. */
export const sampleNobody = (through?: ResolvedSignIn): Actor => ({
  identity: 'ambient',
  ...(through ? { through } : {}),
  confidence: 'certain',
});

export const sampleOperation = (
  actors: readonly Actor[],
  operation: Partial<Operation> = {},
  entryPoint: EntryPoint = sampleEntryPoint(),
): ResolvedOperation => ({
  operation: {
    at: sampleSpan(5),
    tool: 'az group create',
    effect: 'write',
    audience: 'arm',
    sessions: ['azure-cli'],
    ...operation,
  },
  entryPoint,
  // Of several who may act none is certain.
  actors: actors.length > 1 ? actors.map(it => ({ ...it, confidence: 'possible' })) : actors,
  chain: [{ at: entryPoint.at, message: entryPoint.title }],
  isOpen: false,
  order: 0,
});

export const sampleApply = (
  actors: readonly Actor[],
  entryPoint?: EntryPoint,
  operation: Partial<Operation> = {},
): ResolvedOperation =>
  sampleOperation(
    actors,
    { tool: 'terraform apply', sessions: ['terraform'], ...operation },
    entryPoint,
  );

export const sampleModel = (
  signIns: readonly ResolvedSignIn[],
  operations: readonly ResolvedOperation[] = [],
  directory: readonly ResolvedChange[] = [],
): Model => ({
  entryPoints: [],
  signIns,
  operations,
  directory,
  problems: [],
  asides: new Set(),
});

export const sampleChange = (
  change: DirectoryChange,
  entryPoint: EntryPoint = sampleEntryPoint('manual'),
): ResolvedChange => ({
  change,
  entryPoint,
  chain: [{ at: entryPoint.at, message: entryPoint.title }],
});
