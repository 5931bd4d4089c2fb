//! Connections to Azure SQL in code that sign in to Entra: `Authentication=Active Directory Password`.
//! Sources: https://learn.microsoft.com/sql/connect/ado-net/sql/azure-active-directory-authentication,
//! https://learn.microsoft.com/sql/connect/jdbc/connecting-using-azure-active-directory-authentication,
//! https://learn.microsoft.com/sql/connect/odbc/using-azure-active-directory,
//! https://github.com/microsoft/go-mssqldb#azure-active-directory-authentication, https://tediousjs.github.io/tedious/api-connection.html

import type { Call } from '../../domain/call.ts';
import { isFrom, libraryCallOf } from '../../domain/library-call.ts';
import { newSignIn } from '../../domain/new-sign-in.ts';
import type { SignIn, SignInForm } from '../../domain/sign-in.ts';
import { type SqlAuthentication, sqlMethod } from '../../domain/sql-authentication.ts';
import type { Value } from '../../domain/value.ts';
import { saidOf } from '../known-start.ts';

const ID = 'sql-driver';

/** By the names that imports say. */
const LIBRARIES =
  /^(?:System\.Data|Dapper|pyodbc|pymssql|turbodbc|aioodbc|sqlalchemy|mssql|tedious|sequelize|typeorm|knex|java\.sql|javax\.sql|com\.zaxxer|database\/sql|gorm\.io|github\.com\/(?:denisenkom|microsoft)|github\.com\/jmoiron)/;

export const sqlDriver: SignInForm = {
  id: ID,
  title: 'a driver of Azure SQL',
  programs: [],
  libraries: LIBRARIES,
  read,
};

/** What opens connections to databases, directly or for a program that maps objects to tables. */
const DRIVERS: readonly string[] = [
  'Microsoft.Data.SqlClient',
  'System.Data.SqlClient',
  'System.Data.Odbc',
  'Microsoft.EntityFrameworkCore',
  'pyodbc',
  'sqlalchemy',
  'java.sql',
  'com.microsoft.sqlserver.jdbc',
  'database/sql',
  'github.com/microsoft/go-mssqldb',
  'github.com/denisenkom/go-mssqldb',
  'mssql',
  'tedious',
];

function read(call: Call): SignIn | undefined {
  const library = libraryCallOf(call);
  if (!library || !DRIVERS.some(it => isFrom(library, it))) return undefined;
  for (const [name, value] of library.arguments) {
    if (name === 'name' || name.startsWith('library')) continue;
    const method = methodOf(name, value);
    if (!method || value.kind === 'absent') continue;
    return newSignIn(ID, call.at, method.identity, {
      takes: method.takes,
      audience: 'sql',
      ...(/(?:password|pwd)\s*=/i.test(shownText(value)) ? { secretAt: value.at } : {}),
    });
  }
  return undefined;
}

/** Only where the text says that it is about Entra: `Authentication=` alone is a word of many products. */
function methodOf(argument: string, value: Value<string>): SqlAuthentication | undefined {
  const text = shownText(value);
  const isAuthentication = /authentication/i.test(argument);
  const isConnection = /\b(?:authentication|fedauth)["']?\s*=\s*["'{]?active\s*directory/i.test(
    text,
  );
  const isOption = isAuthentication && /^azure-active-directory-|active\s*directory/i.test(text);
  if (!isConnection && !isOption) return undefined;
  const name = /active[\s-]*directory[\s-]*([a-z][a-z\s-]*)/i.exec(text)?.[1] ?? '';
  return sqlMethod(`activedirectory${name.replace(/[\s-]/g, '')}`);
}

/** The text with its unknown parts left as they are written, or the name of the constant that it is. */
function shownText(value: Value<string>): string {
  if (value.kind === 'known') return value.value;
  if (value.kind === 'absent') return '';
  return value.region?.text ?? saidOf(value);
}
