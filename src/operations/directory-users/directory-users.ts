//! Users that code makes, the roles it gives, and the values it keeps where pipelines find them.

import type { Call, CommandCall, ConstructCall } from '../../domain/call.ts';
import { inputOf } from '../../domain/call.ts';
import { readCmdletLine } from '../../domain/cmdlet-line.ts';
import type { DirectoryChange } from '../../domain/directory.ts';
import { addressHandle, nameHandles, originHandles, type Scope } from '../../domain/handles.ts';
import { NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import type { Span } from '../../domain/span.ts';
import { toolLine } from '../../domain/tool-line.ts';
import { ABSENT, isMissing, textOf, type Value } from '../../domain/value.ts';
import { CMDLETS, type CmdletRow, COMMANDS, type Meaning } from './tables.ts';

export const directoryUsers: OperationReader = {
  id: 'directory-users',
  title: 'Users that code makes',
  programs: [...COMMANDS.map(it => it.program), ...CMDLETS.keys()],
  onlyWith: {
    in: 'script',
    text: /\bad user create|secret set|variable set|-(?:az|azurerm)adUser|-\w+User\b|invitation/i,
  },
  read(call) {
    const change = changeOf(call);
    return change && { ...NO_EFFECTS, directory: [change] };
  },
};

function changeOf(call: Call): DirectoryChange | undefined {
  switch (call.kind) {
    case 'component':
      return undefined;
    case 'construct':
      return constructChange(call);
    case 'command': {
      const row = CMDLETS.get(programName(call));
      return row ? cmdletChange(row, call) : commandChange(call);
    }
  }
}

function constructChange(call: ConstructCall): DirectoryChange | undefined {
  const { type, at } = call;
  const given = (name: string): Value<string> => inputOf(call.args, name);
  const address = textOf(given('address')) ?? '';
  const title = `\`${address}\``;
  switch (type) {
    case 'directory-user': {
      const isGuest = textOf(given('guest')) === 'true';
      const ids = [addressHandle(address, at, 'folder'), ...nameHandles(given('name'), 'folder')];
      const password = addressHandle(`${address}.password`, at, 'folder');
      const passwords = [password, ...originHandles(given('password'), 'folder')];
      const secret = secretIn(given('password'));
      return { kind: 'user', at, title, isGuest, ids, passwords, ...secret };
    }
    case 'azure-role':
      return {
        kind: 'role',
        at,
        title,
        to: principalHandles(inEach(given('principal'), given), 'folder'),
      };
    case 'pipeline-secret':
      return {
        kind: 'secret',
        at,
        title,
        value: originHandles(inEach(given('value'), given), 'folder'),
        ...secretIn(given('value')),
      };
    default:
      return undefined;
  }
}

const secretIn = (value: Value<string>): { readonly secretAt?: Span } =>
  value.kind === 'absent' ? {} : { secretAt: value.at };

/** `each.value.object_id` is `azuread_user.all.object_id` where these are what there is one for each of. */
function inEach(value: Value<string>, given: (name: string) => Value<string>): Value<string> {
  const each = given('each');
  if (value.kind !== 'unknown' || each.kind !== 'unknown') return value;
  if (value.why.kind !== 'not-evaluated' || each.why.kind !== 'not-evaluated') return value;
  const [whole, rest] = /^each\.value((?:\.\w+)*)$/.exec(value.why.text) ?? [];
  if (whole === undefined) return value;
  return { ...value, why: { ...each.why, text: `${each.why.text}${rest}` }, at: each.at };
}

/** `azuread_user.deploy.object_id` and its other names are those of `azuread_user.deploy`. */
const principalHandles = (value: Value<string>, scope: Scope): readonly string[] =>
  nameHandles(value, scope).map(it =>
    it.replace(/\.(?:object_id|user_id|id|user_principal_name)$/i, ''),
  );

function commandChange(call: CommandCall): DirectoryChange | undefined {
  const program = programName(call);
  for (const { words, meaning, table, ...row } of COMMANDS) {
    const line = row.program === program ? toolLine(call, words, table) : undefined;
    if (!line) continue;
    const title = `\`${[program, ...words].join(' ')}\``;
    return change(meaning, title, `$(${program} ${words.join(' ')} …)`, call, {
      name: line.value('name'),
      secret: line.value('secret'),
    });
  }
  return undefined;
}

function cmdletChange(row: CmdletRow, call: CommandCall): DirectoryChange {
  const line = readCmdletLine(call, row.parameters);
  const body = line.value('Body');
  const [name, secret] = [line.value('Name'), line.value('Secret')];
  const [first] = call.words;
  const part = first?.parts[0];
  const typed = part?.kind === 'text' ? part.text : '';
  return change(row.meaning, `\`${typed}\``, typed, call, {
    name: isMissing(name) ? memberOf(body, 'userprincipalname', 'inviteduseremailaddress') : name,
    secret: memberOf(isMissing(secret) ? body : secret, 'password', 'passwordprofile.password'),
  });
}

/** Of an object one of its entries; another value is what it is. */
function memberOf(of: Value<string>, ...names: readonly string[]): Value<string> {
  if (of.kind !== 'unknown' || !of.entries) return of;
  const found = names.flatMap(name => of.entries?.get(name) ?? []);
  return found[0] ?? ABSENT;
}

interface Given {
  readonly name: Value<string>;
  readonly secret: Value<string>;
}

/** `output` is what the value of the command's own output is called elsewhere. */
function change(
  meaning: Meaning,
  title: string,
  output: string,
  { at }: CommandCall,
  { name, secret }: Given,
): DirectoryChange {
  switch (meaning) {
    case 'user':
    case 'guest': {
      const ids = [...nameHandles(name, 'file'), addressHandle(output, at, 'file')];
      const isGuest = meaning === 'guest';
      const passwords = originHandles(secret, 'file');
      return { kind: 'user', at, title, isGuest, ids, passwords, ...secretIn(secret) };
    }
    case 'role':
      return { kind: 'role', at, title, to: principalHandles(name, 'file') };
    case 'secret':
      return {
        kind: 'secret',
        at,
        title,
        value: originHandles(secret, 'file'),
        ...secretIn(secret),
      };
  }
}
