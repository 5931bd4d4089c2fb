//! Where tools keep their sessions: in the home of whoever runs them, or in a folder that a variable names.
//! Sources: https://learn.microsoft.com/cli/azure/azure-cli-configuration#cli-configuration-file,
//! https://learn.microsoft.com/powershell/azure/context-persistence,
//! https://github.com/Azure/azure-dev/blob/main/cli/azd/docs/environment-variables.md

import type { Session } from './sign-in.ts';
import type { Value } from './value.ts';

/** The variable that names the folder, `''` where there is none. A session of another name is kept nowhere. */
export const SESSION_FOLDERS: ReadonlyMap<Session, string> = new Map([
  ['azure-cli', 'AZURE_CONFIG_DIR'],
  ['azd', 'AZD_CONFIG_DIR'],
  ['azure-powershell', ''],
]);

/** A session that a file holds; `undefined` when nothing is known of its path. */
export function savedSession(session: Session, path: Value<string>): Session | undefined {
  const text = path.kind === 'known' ? path.value : path.kind === 'unknown' ? said(path) : '';
  const plain = text
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .toLowerCase();
  return plain === '' ? undefined : `${session} saved as ${plain}`;
}

const said = ({ pattern, why }: Value<string> & { kind: 'unknown' }): string =>
  `${pattern ?? ''}${JSON.stringify(why)}`;

export const ROOT_HOME = '/root';

export const FOLDER_VARIABLES: readonly string[] = [...SESSION_FOLDERS.values()].filter(
  it => it !== '',
);

/** What somebody else's process begins with: another home, and no variable that names a folder. */
export const variablesAt = (home: string): readonly (readonly [name: string, value: string])[] => [
  ['HOME', home],
  ...FOLDER_VARIABLES.map(it => [it, ''] as const),
];

/** Where `~` is for what a command runs as somebody else; `undefined` when it stays where it is. */
export function homeBehind(program: string, words: Texts): string | undefined {
  if (program === 'sudo' || program === 'doas') return homeBehindSudo(words);
  return program === 'su' || program === 'runuser' ? homeBehindSu(words) : undefined;
}

const homeOf = (user: string): string => (user === 'root' ? ROOT_HOME : `/home/${user}`);

/** Words of a command line; those that are not known are `undefined`. */
type Texts = readonly (string | undefined)[];

/** The last letter takes the next word as its value. */
const VALUED = /^(?:-[A-Za-z]*[ugpCDhTRrtU]|--(?:user|group|prompt|chdir|host))$/;

const KEEPS_HOME = /^(?:-[A-Za-z]*E[A-Za-z]*|--preserve-env(?:=.*\bHOME\b.*)?)$/;

const CHANGES_HOME = /^(?:-[A-Za-z]*[Hi][A-Za-z]*|--set-home|--login)$/;

/** Source: https://www.sudo.ws/docs/man/sudo.man/ */
function homeBehindSudo(words: Texts): string | undefined {
  const options: string[] = [];
  let user = 'root';
  for (let index = 1; words[index]?.startsWith('-') && words[index] !== '--'; index += 1) {
    const option = words[index] ?? '';
    options.push(option);
    if (/^(?:-[A-Za-z]*u|--user)$/.test(option)) user = words[index + 1] ?? '';
    user = /^--user=(.+)$/.exec(option)?.[1] ?? user;
    if (VALUED.test(option)) index += 1;
  }
  const isKept = options.some(it => KEEPS_HOME.test(it));
  return isKept && !options.some(it => CHANGES_HOME.test(it)) ? undefined : homeOf(user);
}

/** `su - deploy -c '…'`, `su -c '…' deploy`. */
function homeBehindSu(words: Texts): string {
  const users = words.filter(
    (it, index) =>
      index > 0 && it !== undefined && !it.startsWith('-') && !isText(words[index - 1]),
  );
  return homeOf(users[0] ?? 'root');
}

const isText = (option: string | undefined): boolean =>
  /^(?:-[a-z]*c|--command)$/.test(option ?? '');
