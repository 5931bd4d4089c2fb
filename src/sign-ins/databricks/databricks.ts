//! The Databricks CLI: who it is, by `auth login`, `configure`, or the variables around it.
//! Source: https://learn.microsoft.com/azure/databricks/dev-tools/auth/

import { type CommandCall, wordText } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type {
  IdentityKind,
  Session,
  SignIn,
  SignInForm,
  Surroundings,
} from '../../domain/sign-in.ts';
import { commandName } from '../../domain/tool-line.ts';
import { isMissing, textOf, type Value } from '../../domain/value.ts';

const ID = 'databricks';

export const databricks: SignInForm = {
  id: ID,
  title: '`databricks`',
  programs: ['databricks'],
  read: (call, context) =>
    call.kind === 'command' && programName(call) === 'databricks'
      ? readDatabricks(call, context)
      : undefined,
};

/** About the tool itself. */
const LOCAL = /^(?:auth|completion|configure|help|version|bundle (?:init|schema)|labs)\b/;

function readDatabricks(call: CommandCall, context: Surroundings): SignIn | undefined {
  const name = commandName(call);
  if (call.words.some(it => /^(?:--help|-h|--version)$/.test(wordText(it) ?? ''))) return undefined;
  if (/^auth login\b/.test(name)) return signIn(call, 'user-interactive', KEPT);
  // A personal access token, asked for or given on standard input.
  if (/^configure\b/.test(name)) return signIn(call, 'user-cached', KEPT);
  return name === '' || LOCAL.test(name) ? undefined : fromVariables(call, context);
}

const KEPT = { covers: 'rest-of-job', opens: ['databricks'] } as const;

interface Method {
  /** What `DATABRICKS_AUTH_TYPE` calls it. */
  readonly type: string;
  readonly identity: IdentityKind;
  /** All of them have to be set. */
  readonly needs: readonly string[];
  readonly takes?: readonly Session[];
}

/** In the order in which they are tried. */
const METHODS: readonly Method[] = [
  { type: 'pat', identity: 'user-cached', needs: ['DATABRICKS_TOKEN'] },
  {
    type: 'oauth-m2m',
    identity: 'service-principal-secret',
    needs: ['DATABRICKS_CLIENT_ID', 'DATABRICKS_CLIENT_SECRET'],
  },
  {
    type: 'github-oidc',
    identity: 'service-principal-federated',
    needs: ['DATABRICKS_CLIENT_ID', 'ACTIONS_ID_TOKEN_REQUEST_URL'],
  },
  { type: 'azure-msi', identity: 'managed-identity', needs: ['ARM_USE_MSI'] },
  {
    type: 'azure-client-secret',
    identity: 'service-principal-secret',
    needs: ['ARM_CLIENT_ID', 'ARM_CLIENT_SECRET', 'ARM_TENANT_ID'],
  },
  {
    type: 'github-oidc-azure',
    identity: 'service-principal-federated',
    needs: ['ARM_CLIENT_ID', 'ARM_TENANT_ID', 'ACTIONS_ID_TOKEN_REQUEST_URL'],
  },
];

const BY_TYPE: ReadonlyMap<string, Method> = new Map(
  [
    ...METHODS,
    { type: 'databricks-cli', identity: 'user-cached' as const, needs: [] },
    { type: 'azure-cli', identity: 'ambient' as const, needs: [], takes: ['azure-cli'] },
  ].map(it => [it.type, it] as const),
);

function fromVariables(call: CommandCall, context: Surroundings): SignIn | undefined {
  const type = context.environment('DATABRICKS_AUTH_TYPE');
  if (type.kind === 'unknown') return signIn(call, 'unknown', { unknown: type.why });
  const isSet = (name: string): boolean => !isMissing(context.environment(name));
  const found = isMissing(type)
    ? METHODS.find(it => it.needs.every(isSet))
    : BY_TYPE.get((textOf(type) ?? '').trim().toLowerCase());
  if (!found) return undefined;
  const secrets = found.needs.filter(it => /TOKEN$|SECRET$/.test(it));
  const secret: Value<string> | undefined = secrets.map(it => context.environment(it))[0];
  return signIn(call, found.identity, {
    takes: found.takes ?? [],
    ...(secret && secret.kind !== 'absent' ? { secretAt: secret.at } : {}),
  });
}

const signIn = (call: CommandCall, identity: IdentityKind, rest: Partial<SignIn> = {}): SignIn =>
  newSignIn(ID, call.at, identity, { audience: 'other', ...rest });
