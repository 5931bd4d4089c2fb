//! `sqlcmd -G` and `bcp -G`: who they are to a database of Azure SQL.
//! Sources: https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-authentication, https://learn.microsoft.com/sql/tools/bcp-utility

import { type CommandCall, type Word, wordText } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { SignIn, SignInForm, Surroundings } from '../../domain/sign-in.ts';
import { SQL_DEFAULT, type SqlAuthentication, sqlMethod } from '../../domain/sql-authentication.ts';
import { detailsOf, type ToolLine, toolLine } from '../../domain/tool-line.ts';
import { ABSENT, isMissing, textOf, type Value } from '../../domain/value.ts';
import { BCP_OPTIONS, SQLCMD_OPTIONS } from './options.ts';

const ID = 'sqlcmd';

export const sqlcmd: SignInForm = {
  id: ID,
  title: '`sqlcmd`',
  programs: ['sqlcmd', 'bcp'],
  read: (call, context) => (call.kind === 'command' ? readSqlcmd(call, context) : undefined),
};

function readSqlcmd(call: CommandCall, context: Surroundings): SignIn | undefined {
  const program = programName(call);
  if (program !== 'sqlcmd' && program !== 'bcp') return undefined;
  const words = call.words.filter(it => !isMode(it));
  const table = program === 'bcp' ? BCP_OPTIONS : SQLCMD_OPTIONS;
  const line = toolLine({ ...call, words }, [], table);
  if (!line) return undefined;
  const name = program === 'sqlcmd' ? given(line, 'U', context, 'SQLCMDUSER') : line.value('U');
  const password =
    program === 'sqlcmd' ? given(line, 'P', context, 'SQLCMDPASSWORD') : line.value('P');
  const method = line.value('authentication-method');
  if (method.kind === 'unknown') return signIn(call, { identity: 'unknown', takes: [] }, line);
  const found = isMissing(method)
    ? line.has('G')
      ? byCredentials(name, password)
      : undefined
    : sqlMethod(textOf(method) ?? '');
  if (!found) return undefined;
  const clientId = /^(?:service-principal|managed)/.test(found.identity) ? name : ABSENT;
  return { ...signIn(call, found, line), clientId };
}

/** Switches that carry a letter of their own, which would be read as another option. */
const isMode = (word: Word): boolean =>
  /^-(?:N[smo]\w*|k[12]|r[01]|p1|Lc|X1|C\w+)$/.test(wordText(word) ?? '');

function given(
  line: ToolLine,
  option: string,
  context: Surroundings,
  variable: string,
): Value<string> {
  return line.has(option) ? line.value(option) : context.environment(variable);
}

/** With a name and a password a user, with a name alone a dialog, with neither whoever can be found. */
function byCredentials(name: Value<string>, password: Value<string>): SqlAuthentication {
  if (isMissing(name)) return SQL_DEFAULT;
  return { identity: isMissing(password) ? 'user-interactive' : 'user-password', takes: [] };
}

const signIn = (call: CommandCall, { identity, takes }: SqlAuthentication, line: ToolLine) => {
  const method = line.value('authentication-method');
  return newSignIn(ID, call.at, identity, {
    audience: 'sql',
    takes,
    ...(method.kind === 'unknown' ? { unknown: method.why } : {}),
    ...detailsOf(line, identity, ['P']),
  });
};
