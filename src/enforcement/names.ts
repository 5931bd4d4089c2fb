//! What messages call things: sign-ins, identities, entry points.

import type { EntryPoint, ResolvedSignIn } from '../domain/model.ts';
import type { IdentityKind } from '../domain/sign-in.ts';

const IDENTITIES: Readonly<Record<IdentityKind, string>> = {
  'user-password': 'a user with a password',
  'user-device-code': 'a user with a device code',
  'user-interactive': 'a user in a browser',
  'user-cached': 'a user whose session was kept',
  ambient: 'whoever is signed in',
  'service-principal-secret': 'a service principal with a secret',
  'service-principal-certificate': 'a service principal with a certificate',
  'service-principal-federated': 'a service principal with a federated credential',
  'managed-identity': 'a managed identity',
  none: 'no Entra identity',
  unknown: 'somebody who is not known',
};

export const identityName = (identity: IdentityKind): string => IDENTITIES[identity];

/** "`az login` in job `deploy`". */
export const signInAt = (resolved: ResolvedSignIn): string =>
  `${resolved.title} in ${entryPointsOf(resolved)}`;

/** Those of the strongest reach. */
const entryPointsOf = ({ entryPoints, reach, signIn }: ResolvedSignIn): string =>
  namesOf(
    entryPoints.filter(it => it.reach === reach),
    signIn.at.path,
  );

/** "job `deploy`"; with its file when that is not `path`; of several the first, and how many more. */
export function namesOf(entryPoints: readonly EntryPoint[], path: string): string {
  const [first, second, ...others] = entryPoints;
  if (!first) return `\`${path}\``;
  const name = nameIn(first, path);
  if (!second) return name;
  return others.length === 0
    ? `${name} and ${nameIn(second, path)}`
    : `${name} and ${others.length + 1} more places`;
}

function nameIn(entryPoint: EntryPoint, path: string): string {
  const { id, title, reach, at } = entryPoint;
  if (isFolder(entryPoint)) {
    return `the ${reach === 'manual' ? kindOfFolder(at.path) : 'action'} \`${id}\``;
  }
  // What runs on its own says too little by its name alone: `seed`.
  const isPlain = at.path === path && reach !== 'automation';
  return isPlain || title.includes(at.path) ? title : `${title} of \`${at.path}\``;
}

/** By a file of it. */
function kindOfFolder(path: string): string {
  if (/\.pkr\.hcl$/i.test(path)) return 'Packer template';
  return /(?:^|\/)Pulumi\.ya?ml$/i.test(path) ? 'Pulumi project' : 'Terraform root';
}

/** The id of a folder is its path, and it stands in one of its files. */
const isFolder = ({ id, title, at }: EntryPoint): boolean =>
  title === `\`${id}\`` && id !== at.path;

/** "`tenant_id`", "`tenant_id` and `client_id`". */
export function codeList(names: readonly string[]): string {
  const quoted = names.map(it => `\`${it}\``);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}
