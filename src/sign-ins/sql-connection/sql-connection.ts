//! Tools that are given a connection string, or `SqlPackage /ua`: who they are to a database of Azure SQL.
//! Sources: https://learn.microsoft.com/sql/tools/sqlpackage/sqlpackage-publish, https://learn.microsoft.com/powershell/module/sqlserver/invoke-sqlcmd

import { type CommandCall, wordValue } from '../../domain/call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import { programName } from '../../domain/program-name.ts';
import type { SignIn, SignInForm } from '../../domain/sign-in.ts';
import { type SqlAuthentication, sqlAuthentication } from '../../domain/sql-authentication.ts';
import { HOLE } from '../../domain/value.ts';

const ID = 'sql-connection';

const PROGRAMS = ['flyway', 'invoke-dbaquery', 'invoke-sqlcmd', 'liquibase', 'sqlpackage'] as const;

export const sqlConnection: SignInForm = {
  id: ID,
  title: 'a connection to Azure SQL',
  programs: PROGRAMS,
  onlyWith: {
    in: 'script',
    text: /authentication\s*=\s*["']?active\s?directory|[-/](?:ua|universalauthentication):/i,
  },
  read: call => (call.kind === 'command' ? readConnection(call) : undefined),
};

function readConnection(call: CommandCall): SignIn | undefined {
  const program = programName(call);
  if (!PROGRAMS.some(it => it === program)) return undefined;
  const texts = call.words.slice(1).map(patternOf);
  const found =
    texts.map(sqlAuthentication).find(it => it !== undefined) ??
    (program === 'sqlpackage' ? universal(texts) : undefined);
  if (!found) return undefined;
  return newSignIn(ID, call.at, found.identity, { audience: 'sql', takes: found.takes });
}

const patternOf = (word: CommandCall['words'][number]): string => {
  const value = wordValue(word);
  return value.kind === 'known'
    ? value.value
    : value.kind === 'unknown'
      ? (value.pattern ?? HOLE)
      : '';
};

/** It asks a person, who may be named by `/tu`. */
const universal = (texts: readonly string[]): SqlAuthentication | undefined =>
  texts.some(it => /^[-/](?:ua|universalauthentication)(?::true)?$/i.test(it))
    ? { identity: 'user-interactive', takes: [] }
    : undefined;
