//! What a resource carries to where nobody is: a script, a command, settings, a credential; and the steps that makes.

import { programSteps as startedSteps } from '../../domain/argument-vector.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { literalOf, unknownExpression } from '../../domain/literal.ts';
import { argumentWords, positionalParameters } from '../../domain/script-arguments.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { objectOf } from '../hcl-block.ts';
import { scriptSteps } from './carried-script.ts';

export type Role =
  /** A text, or its lines as a list. */
  | 'script'
  | 'base64-script'
  /** One line of arguments for the script. */
  | 'script-arguments'
  /** One line for a shell. */
  | 'command-line'
  /** A program and its arguments, as a list. */
  | 'command'
  /** More arguments of the command, as a list. */
  | 'arguments'
  /** What the program finds in its environment. */
  | 'settings'
  | 'username'
  | 'password'
  | 'identity';

/** One value in its role. */
export interface Carried {
  readonly role: Role;
  readonly value: Expression;
  /** Of a script; without one its text tells. */
  readonly language?: string;
  /** Names it when only another property of the resource tells. */
  readonly languageFrom?: Expression;
}

/** What belongs together: a container with its command and environment. */
export interface Group {
  readonly carried: readonly Carried[];
  /** The kind of a deployment script, which the service signs in before it runs. */
  readonly deploymentScript?: Expression;
  readonly at: Span;
}

/** Empty when the group carries nothing that runs or signs in. */
export function groupSteps(group: Group): readonly Step[] {
  const { at, deploymentScript } = group;
  const settings = valuesIn(group, 'settings');
  const identity = deploymentScript === undefined ? [] : [identityStep(group, deploymentScript)];
  const scripts = programSteps(group);
  if (scripts.length === 0) return [...credentialSteps(group), ...settingsSteps(settings, at)];
  const program: Step = {
    kind: 'scope',
    ends: 'process',
    environment: settings.flatMap(environmentOf),
    body: scripts,
    at,
  };
  const own = deploymentScript === undefined ? settingsSteps(settings, at) : identity;
  return [...credentialSteps(group), ...own, program];
}

const valuesIn = (group: Group, role: Role): readonly Expression[] =>
  group.carried.filter(it => it.role === role).map(it => it.value);

function identityStep(group: Group, kind: Expression): Step {
  const { at } = group;
  const [identity] = valuesIn(group, 'identity');
  const args: Entry[] = [{ name: 'kind', value: kind, at }];
  if (identity) args.push({ name: 'identity', value: identity, at: identity.at });
  return { kind: 'construct', type: 'deployment-script', args: objectOf(args, at), at };
}

function credentialSteps(group: Group): readonly Step[] {
  const { at } = group;
  const [username] = valuesIn(group, 'username');
  const [password] = valuesIn(group, 'password');
  if (!username || !password) return [];
  const args = objectOf(
    [
      { name: 'username', value: username, at: username.at },
      { name: 'password', value: password, at: password.at },
    ],
    at,
  );
  return [{ kind: 'construct', type: 'automation-credential', args, at }];
}

function settingsSteps(settings: readonly Expression[], at: Span): readonly Step[] {
  const [first] = settings;
  if (!first) return [];
  const args: Expression =
    settings.length === 1
      ? namedSettings(first)
      : { kind: 'call', name: 'merge', args: settings.map(namedSettings), at };
  return [{ kind: 'construct', type: 'app-settings', args, at }];
}

/** Terraform gives an object, Azure Resource Manager mostly a list of names with values. */
const namedSettings = (settings: Expression): Expression =>
  settings.kind === 'list' ? objectOf(environmentOf(settings), settings.at) : settings;

/** Only settings that are spelled out can be variables of a process. */
function environmentOf(settings: Expression): readonly Entry[] {
  switch (settings.kind) {
    case 'object':
      return settings.entries;
    case 'list':
      return settings.items.flatMap(namedEntry);
    case 'call':
      return settings.name === 'merge' ? settings.args.flatMap(environmentOf) : [];
    default:
      return [];
  }
}

const VALUES: ReadonlySet<string> = new Set(['value', 'secure_value', 'secureValue']);
/** These name a secret that the platform holds. */
const SECRETS: ReadonlySet<string> = new Set(['secret_name', 'secretRef']);

/** `{ name = "A", value = "b" }`. */
function namedEntry(item: Expression): readonly Entry[] {
  if (item.kind !== 'object') return [];
  const { entries, at } = item;
  const named = entries.find(it => it.name === 'name');
  const name = named && literalOf(named.value);
  const secret = entries.find(it => SECRETS.has(it.name))?.value;
  const value =
    entries.find(it => VALUES.has(it.name) && literalOf(it.value) !== '')?.value ??
    (secret && heldByPlatform(secret));
  return name === undefined || !value ? [] : [{ name, value, at }];
}

const heldByPlatform = (secret: Expression): Expression =>
  unknownExpression({ kind: 'held-by-platform', name: literalOf(secret) ?? 'a secret' }, secret.at);

function programSteps(group: Group): readonly Step[] {
  const scripts = scriptsOf(group);
  const words = [...valuesIn(group, 'command'), ...valuesIn(group, 'arguments')];
  const [first] = words;
  return first ? [...scripts, ...commandSteps(words, first.at)] : scripts;
}

function scriptsOf(group: Group): readonly Step[] {
  const scripts = group.carried.flatMap(it => scriptSteps(it));
  const items = valuesIn(group, 'script-arguments').flatMap(argumentWords);
  const [first] = items;
  if (!first || scripts.length === 0) return scripts;
  return [positionalParameters({ kind: 'list', items, at: first.at }), ...scripts];
}

/** Of lists of words. */
export const commandSteps = (words: readonly Expression[], at: Span): readonly Step[] =>
  startedSteps(
    words.flatMap(it =>
      it.kind === 'list' ? it.items : [{ kind: 'elements', of: it, at: it.at }],
    ),
    at,
  );
