//! What a generated repository does: acts in order, some of them in files of their own.

import fc from 'fast-check';

/** Ways to sign in to the Azure CLI, and who it is then. */
export const WAYS = {
  '--identity': 'managed-identity',
  '--use-device-code': 'user-device-code',
  '--service-principal -u 1111 -p "$SECRET" --tenant 2222': 'service-principal-secret',
  '--service-principal -u 1111 --tenant 2222 --federated-token "$TOKEN"':
    'service-principal-federated',
  '-u "$PERSON" -p "$PASSWORD"': 'user-password',
} as const;

export type Flags = keyof typeof WAYS;

/** How the provider of a Terraform root is written. */
export type Provider = 'empty' | 'managed-identity' | 'federated' | 'secret-variables' | 'module';

export type Act =
  | { readonly kind: 'sign-in'; readonly flags: Flags; readonly through: Through }
  | { readonly kind: 'sign-out' }
  | { readonly kind: 'create' }
  | { readonly kind: 'terraform'; readonly provider: Provider; readonly stands: Stands }
  | { readonly kind: 'export-secret' }
  | { readonly kind: 'script'; readonly manner: Manner; readonly acts: readonly Act[] }
  | { readonly kind: 'function'; readonly acts: readonly Act[] }
  | { readonly kind: 'process'; readonly acts: readonly Act[] }
  /** `if` on a text that stands in the repository. */
  | { readonly kind: 'decided'; readonly holds: boolean; readonly acts: readonly Act[] }
  /** `if` on what nobody can know. */
  | { readonly kind: 'either'; readonly acts: readonly Act[]; readonly others: readonly Act[] };

/** Where the flags of a sign-in come from. */
export type Through = 'words' | 'variable' | 'array' | 'argument' | 'later-variable';
export type Stands = 'chdir' | 'cd' | 'pushd';
export type Manner = 'bash' | 'path' | 'source' | 'folder';

export type Step =
  | { readonly kind: 'run'; readonly acts: readonly Act[]; readonly secrets: boolean }
  | { readonly kind: 'login'; readonly isFederated: boolean }
  | { readonly kind: 'action'; readonly steps: readonly Step[]; readonly flags: Flags | undefined };

export interface Job {
  readonly steps: readonly Step[];
  /** `ARM_CLIENT_ID` and what belongs to it, for the whole job. */
  readonly secrets: boolean;
}

const flags = fc.constantFrom<Flags>(
  '--identity',
  '--use-device-code',
  '--service-principal -u 1111 -p "$SECRET" --tenant 2222',
  '--service-principal -u 1111 --tenant 2222 --federated-token "$TOKEN"',
  '-u "$PERSON" -p "$PASSWORD"',
);

const simple: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('sign-in' as const),
      flags,
      through: fc.constantFrom('words', 'variable', 'array', 'argument', 'later-variable'),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'create' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'sign-out' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'export-secret' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('terraform' as const),
      provider: fc.constantFrom(
        'empty',
        'empty',
        'managed-identity',
        'federated',
        'secret-variables',
        'module',
      ),
      stands: fc.constantFrom('chdir', 'cd', 'pushd'),
    }),
  },
);

function acts(depth: number): fc.Arbitrary<readonly Act[]> {
  const one = depth === 0 ? simple : fc.oneof({ weight: 5, arbitrary: simple }, nested(depth - 1));
  return fc.array(one, { minLength: 1, maxLength: 3 });
}

function nested(depth: number): fc.Arbitrary<Act> {
  const inner = acts(depth);
  return fc.oneof(
    fc.record({
      kind: fc.constant('script' as const),
      manner: fc.constantFrom('bash', 'path', 'source', 'folder'),
      acts: inner,
    }),
    fc.record({ kind: fc.constantFrom('function' as const, 'process' as const), acts: inner }),
    fc.record({ kind: fc.constant('decided' as const), holds: fc.boolean(), acts: inner }),
    fc.record({ kind: fc.constant('either' as const), acts: inner, others: inner }),
  );
}

const runs = fc.record({
  kind: fc.constant('run' as const),
  acts: acts(2),
  secrets: fc.boolean(),
});

const logins = fc.record({ kind: fc.constant('login' as const), isFederated: fc.boolean() });

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: runs },
  { weight: 1, arbitrary: logins },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('action' as const),
      steps: fc.array(fc.oneof(runs, logins), { minLength: 1, maxLength: 2 }),
      flags: fc.option(flags, { nil: undefined }),
    }),
  },
);

export const jobs: fc.Arbitrary<readonly Job[]> = fc.array(
  fc.record({ steps: fc.array(steps, { minLength: 1, maxLength: 4 }), secrets: fc.boolean() }),
  { minLength: 1, maxLength: 2 },
);
