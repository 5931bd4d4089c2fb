//! What the scripts of a generated repository do: acts in order, some of them in files of their own.

import fc from 'fast-check';
import { providers, type Root } from './roots.ts';

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

export type Act =
  | SignIn
  | { readonly kind: 'sign-out'; readonly command: 'az logout' | 'az account clear' }
  | { readonly kind: 'create' }
  | { readonly kind: 'terraform'; readonly root: Root; readonly stands: Stands }
  | { readonly kind: 'export-secret' }
  | {
      readonly kind: 'script';
      readonly manner: Manner;
      readonly ends: boolean;
      readonly acts: readonly Act[];
    }
  | { readonly kind: 'function'; readonly acts: readonly Act[] }
  | { readonly kind: 'process'; readonly ends: boolean; readonly acts: readonly Act[] }
  /** A process with a folder of its own for the Azure CLI. */
  | { readonly kind: 'own-folder'; readonly acts: readonly Act[] }
  | { readonly kind: 'container'; readonly acts: readonly Act[] }
  /** `if` on a text that stands in the repository. */
  | {
      readonly kind: 'decided';
      readonly holds: boolean;
      readonly spelling: Spelling;
      readonly acts: readonly Act[];
    }
  /** `if` on what nobody can know. */
  | { readonly kind: 'either'; readonly acts: readonly Act[]; readonly others: readonly Act[] };

export interface SignIn {
  readonly kind: 'sign-in';
  readonly flags: Flags;
  readonly through: Through;
  /** `|| true` */
  readonly mayFail: boolean;
}

/** Where the flags of a sign-in come from. */
export type Through =
  | 'words'
  | 'variable'
  | 'array'
  | 'argument'
  | 'later-variable'
  | 'function'
  | 'file'
  | 'text';
export type Stands = 'chdir' | 'cd' | 'pushd' | 'script';
/** How a script is started; `beside` by its place beside the file that names it. */
export type Manner = 'bash' | 'path' | 'source' | 'folder' | 'beside' | 'source-beside';
export type Spelling = 'test' | 'pattern' | 'case' | 'and' | 'argument';

export const flags = fc.constantFrom<Flags>(
  '--identity',
  '--use-device-code',
  '--service-principal -u 1111 -p "$SECRET" --tenant 2222',
  '--service-principal -u 1111 --tenant 2222 --federated-token "$TOKEN"',
  '-u "$PERSON" -p "$PASSWORD"',
);

const signIns: fc.Arbitrary<SignIn> = fc
  .record({
    kind: fc.constant('sign-in' as const),
    flags,
    through: fc.constantFrom<Through>(
      'words',
      'variable',
      'array',
      'argument',
      'later-variable',
      'function',
      'file',
      'text',
    ),
    mayFail: fc.integer({ min: 0, max: 5 }).map(it => it === 5),
  })
  // Of what another program or text does nobody asks whether it went well.
  .map(it => ({ ...it, mayFail: it.mayFail && !/function|text|argument/.test(it.through) }));

const signOuts = fc.record({
  kind: fc.constant('sign-out' as const),
  command: fc.constantFrom('az logout' as const, 'az account clear' as const),
});

/** A record each: an operation is told from others by which object it is. */
const creates = fc.record({ kind: fc.constant('create' as const) });

const simple: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: signIns },
  { weight: 4, arbitrary: creates },
  { weight: 1, arbitrary: signOuts },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('export-secret' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('terraform' as const),
      root: providers,
      stands: fc.constantFrom<Stands>('chdir', 'cd', 'pushd', 'script'),
    }),
  },
);

/** Without files of the repository: those a container does not see. */
const contained: fc.Arbitrary<Act> = fc.oneof(
  signIns.map(it => ({ ...it, through: 'words' as const, mayFail: false })),
  creates,
  signOuts,
);

export function acts(depth: number, maxLength = 3): fc.Arbitrary<readonly Act[]> {
  const one = depth === 0 ? simple : fc.oneof({ weight: 5, arbitrary: simple }, nested(depth - 1));
  return fc.array(one, { minLength: 1, maxLength });
}

function nested(depth: number): fc.Arbitrary<Act> {
  const inner = acts(depth, 2);
  return fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('script' as const),
        manner: fc.constantFrom<Manner>(
          'bash',
          'path',
          'source',
          'folder',
          'beside',
          'source-beside',
        ),
        ends: fc.boolean(),
        acts: inner,
      }),
    },
    fc.record({ kind: fc.constant('function' as const), acts: inner }),
    fc.record({ kind: fc.constant('process' as const), ends: fc.boolean(), acts: inner }),
    fc.record({ kind: fc.constant('own-folder' as const), acts: inner }),
    fc.record({
      kind: fc.constant('container' as const),
      acts: fc.array(contained, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('decided' as const),
      holds: fc.boolean(),
      spelling: fc.constantFrom<Spelling>('test', 'pattern', 'case', 'and', 'argument'),
      acts: inner,
    }),
    fc.record({ kind: fc.constant('either' as const), acts: inner, others: inner }),
  );
}
