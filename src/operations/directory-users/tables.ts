//! Command lines that make users, give them roles, or keep values for pipelines.
//! Sources: https://learn.microsoft.com/cli/azure/ad/user, https://learn.microsoft.com/cli/azure/role/assignment,
//! https://learn.microsoft.com/powershell/module/az.resources/new-azaduser,
//! https://learn.microsoft.com/powershell/module/microsoft.graph.users/new-mguser, https://cli.github.com/manual/gh_secret_set

import { type CmdletParameter, cmdletParameters } from '../../domain/cmdlet-line.ts';
import type { OptionTable } from '../../domain/command-line.ts';

export type Meaning = 'user' | 'guest' | 'role' | 'secret';

/** Roles of the options: who it is, and a user's password or what a secret holds. */
export interface CommandRow {
  readonly program: string;
  readonly words: readonly string[];
  readonly meaning: Meaning;
  readonly table: OptionTable;
}

const table = (style: OptionTable['style'], name: string, secret: string): OptionTable => ({
  style,
  options: [
    { name: 'name', spellings: name.split(' '), takesValue: true },
    { name: 'secret', spellings: secret.split(' '), takesValue: true },
  ],
});

const ASSIGNMENT = table('argparse', '--assignee --assignee-object-id', '--password');
const VALUE = table('argparse', '--name', '--value');

export const COMMANDS: readonly CommandRow[] = [
  {
    program: 'az',
    words: ['ad', 'user', 'create'],
    meaning: 'user',
    table: table('argparse', '--user-principal-name --upn', '--password'),
  },
  { program: 'az', words: ['role', 'assignment', 'create'], meaning: 'role', table: ASSIGNMENT },
  { program: 'az', words: ['pipelines', 'variable', 'create'], meaning: 'secret', table: VALUE },
  { program: 'az', words: ['pipelines', 'variable', 'update'], meaning: 'secret', table: VALUE },
  {
    program: 'az',
    words: ['pipelines', 'variable-group', 'variable', 'create'],
    meaning: 'secret',
    table: VALUE,
  },
  {
    program: 'gh',
    words: ['secret', 'set'],
    meaning: 'secret',
    table: table('pflag', '--app -a', '--body -b'),
  },
  {
    program: 'glab',
    words: ['variable', 'set'],
    meaning: 'secret',
    table: table('pflag', '--group -g', '--value -v'),
  },
];

export interface CmdletRow {
  readonly meaning: Meaning;
  readonly parameters: readonly CmdletParameter[];
  /** The parameter that may hold all of the user. */
  readonly body?: true;
}

const user = (...rows: readonly string[]): CmdletRow => ({
  meaning: 'user',
  parameters: cmdletParameters(rows),
});

const AZ_USER = user(
  'Name UserPrincipalName UPN',
  'Secret Password',
  'DisplayName',
  'MailNickname',
);

const AZ_ROLE: CmdletRow = {
  meaning: 'role',
  parameters: cmdletParameters([
    'Name ObjectId Id PrincipalId SignInName Email UserPrincipalName',
    'RoleDefinitionName',
    'RoleDefinitionId',
    'Scope',
    'ResourceGroupName',
  ]),
};

const MG_USER: CmdletRow = {
  meaning: 'user',
  body: true,
  parameters: cmdletParameters([
    'Body BodyParameter',
    'Name UserPrincipalName',
    'Secret PasswordProfile',
    'DisplayName',
    'MailNickname',
  ]),
};

const INVITATION: CmdletRow = {
  meaning: 'guest',
  body: true,
  parameters: cmdletParameters([
    'Body BodyParameter',
    'Name InvitedUserEmailAddress',
    'InviteRedirectUrl',
  ]),
};

/** Lower case. */
export const CMDLETS: ReadonlyMap<string, CmdletRow> = new Map([
  ['new-azaduser', AZ_USER],
  ['new-azurermaduser', AZ_USER],
  ['new-mguser', MG_USER],
  ['new-mgbetauser', MG_USER],
  ['new-entrauser', MG_USER],
  ['new-azureaduser', MG_USER],
  ['new-mginvitation', INVITATION],
  ['new-azureadmsinvitation', INVITATION],
  ['new-azroleassignment', AZ_ROLE],
  ['new-azurermroleassignment', AZ_ROLE],
]);
