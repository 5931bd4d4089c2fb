//! Who a module of Ansible's Azure collection acts as: its own arguments, else the environment, else the Azure CLI.
//! Source: https://github.com/ansible-collections/azure/blob/dev/plugins/module_utils/azure_rm_common.py

import { actionInput } from '../../domain/action-input.ts';
import type { Call, ComponentCall } from '../../domain/call.ts';
import { cloudNamed } from '../../domain/cloud-names.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { IdentityKind, SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { ABSENT, isMissing, textOf, type Unknown, type Value } from '../../domain/value.ts';

const ID = 'ansible-azure';

export const ansibleAzure: SignInForm = {
  id: ID,
  title: 'a module of `azure.azcollection`',
  programs: [],
  read: (call, context) => (isModule(call) ? readModule(call, context) : undefined),
};

/** As the surface calls them. */
const isModule = (call: Call): call is ComponentCall =>
  call.kind === 'component' && call.name.startsWith('ansible/azure_');

type Credentials = (name: string) => Value<string>;

/** The variable that stands for each argument. */
const VARIABLES: ReadonlyMap<string, string> = new Map([
  ['profile', 'AZURE_PROFILE'],
  ['subscription_id', 'AZURE_SUBSCRIPTION_ID'],
  ['client_id', 'AZURE_CLIENT_ID'],
  ['secret', 'AZURE_SECRET'],
  ['tenant', 'AZURE_TENANT'],
  ['ad_user', 'AZURE_AD_USER'],
  ['password', 'AZURE_PASSWORD'],
  ['cloud_environment', 'AZURE_CLOUD_ENVIRONMENT'],
  ['x509_certificate_path', 'AZURE_X509_CERTIFICATE_PATH'],
  ['thumbprint', 'AZURE_THUMBPRINT'],
]);

function readModule(call: ComponentCall, context: Surroundings): SignIn {
  const given: Credentials = name => actionInput(call, name);
  const set: Credentials = name => context.environment(VARIABLES.get(name) ?? name);
  const own = given('auth_source');
  const source = isMissing(own) ? context.environment('ANSIBLE_AZURE_AUTH_SOURCE') : own;
  switch (textOf(source)?.trim() ?? (isMissing(source) ? 'auto' : '')) {
    case 'msi':
      return signIn(call, 'managed-identity', given);
    case 'cli':
      return ambient(call, given);
    case 'env':
      return signedInWith(call, set);
    case 'credential_file':
      return unknownSignIn(call, given, fileOf(given));
    case 'auto':
      return automatic(call, given, set);
    default:
      return unknownSignIn(call, given, whyUnknown(source));
  }
}

/** The first source that says anything wins, complete or not. */
function automatic(call: ComponentCall, given: Credentials, set: Credentials): SignIn {
  if (!isMissing(given('profile'))) return unknownSignIn(call, given, fileOf(given));
  if (hasCredentials(given)) return signedInWith(call, given);
  if (!isMissing(set('profile'))) return unknownSignIn(call, given, fileOf(set));
  if (hasCredentials(set)) return signedInWith(call, set);
  // A file in the home folder of whoever runs it comes first, and is nowhere to be seen.
  return ambient(call, given);
}

const hasCredentials = (value: Credentials): boolean =>
  ['client_id', 'ad_user'].some(name => !isMissing(value(name)));

const SETS: readonly (readonly [IdentityKind, readonly string[], secret: string])[] = [
  ['service-principal-secret', ['client_id', 'secret', 'tenant'], 'secret'],
  [
    'service-principal-certificate',
    ['client_id', 'tenant', 'thumbprint', 'x509_certificate_path'],
    'x509_certificate_path',
  ],
  // A client id beside it is the application through which the user signs in.
  ['user-password', ['ad_user', 'password'], 'password'],
];

function signedInWith(call: ComponentCall, value: Credentials): SignIn {
  const found = SETS.find(([, needs]) => needs.every(name => !isMissing(value(name))));
  if (!found) {
    const message = 'a set of credentials that is not complete';
    return unknownSignIn(call, value, { kind: 'not-in-repository', name: message });
  }
  const [identity, , secret] = found;
  const held = value(secret);
  const place = held.kind === 'absent' ? {} : { secretAt: held.at };
  return { ...signIn(call, identity, value), ...place };
}

const signIn = (call: ComponentCall, identity: IdentityKind, value: Credentials): SignIn =>
  newSignIn(ID, call.at, identity, {
    clientId: identity === 'user-password' ? ABSENT : value('client_id'),
    tenantId: value('tenant'),
    cloud: cloudNamed(value('cloud_environment')),
  });

const ambient = (call: ComponentCall, value: Credentials): SignIn => ({
  ...signIn(call, 'ambient', value),
  takes: ['azure-cli'],
});

const unknownSignIn = (call: ComponentCall, value: Credentials, unknown: Unknown): SignIn => ({
  ...signIn(call, 'unknown', value),
  unknown,
});

function fileOf(value: Credentials): Unknown {
  const profile = textOf(value('profile')) ?? 'default';
  return { kind: 'not-in-repository', name: `profile ${profile} of ~/.azure/credentials` };
}

const whyUnknown = (value: Value<string>): Unknown =>
  value.kind === 'unknown' ? value.why : { kind: 'not-evaluated', text: 'auth_source' };
