//! Which files of Azure's tools are somebody's session, told by their paths.
//! Sources: https://learn.microsoft.com/cli/azure/msal-based-azure-cli,
//! https://learn.microsoft.com/powershell/azure/context-persistence

import type { IdentityKind, Session } from '../../domain/sign-in.ts';

export interface CachedSession {
  readonly identity: IdentityKind;
  readonly session: Session;
  /** All that the tool keeps, of which a session may be a part. */
  readonly isFolder: boolean;
}

const FILES: readonly (readonly [RegExp, Omit<CachedSession, 'isFolder'>])[] = [
  [
    /^(?:msal_token_cache\.(?:json|bin)|accesstokens\.json)$/i,
    { identity: 'user-cached', session: 'azure-cli' },
  ],
  [
    /^service_principal_entries\.(?:json|bin)$/i,
    { identity: 'service-principal-secret', session: 'azure-cli' },
  ],
  [
    /^(?:azurermcontext\.json|msal\.cache|tokencache\.dat)$/i,
    { identity: 'user-cached', session: 'azure-powershell' },
  ],
];

/** A word in which one of these stands is worth a look; a project of azd has a folder `.azure` too. */
export const CACHE_WORD =
  /(?:^|[\\/~])\.azure(?=$|[\\/"'\s:,])|AZURE_CONFIG_DIR|msal_token_cache|accessTokens\.json|service_principal_entries|AzureRmContext\.json/i;

const VARIABLE_HOME =
  /^(?:~[\w.-]*|\$\{?HOME\}?|\$\{?(?:env:)?(?:HOME|USERPROFILE)\}?|%(?:HOME|USERPROFILE)%|\$\(HOME\)|\$\{\{ *env\.HOME *\}\})$/i;
const SPELLED_HOME = /^(?:[a-z]:)?\/(?:root|(?:home|users)\/[^/]+|.*\/home\/[^/]+)$/i;
const VARIABLE_FOLDER = /^[$%]\{?(?:env:)?AZURE_CONFIG_DIR[}%]?$/i;

const plain = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/(?:\/(?:\.|\*)?)+$/, '')
    .trim();

/** `~/.azure`: where the Azure CLI looks when nothing else is said. */
export function isToolFolder(path: string): boolean {
  const folder = plain(path);
  if (VARIABLE_FOLDER.test(folder)) return true;
  const home = /^(.*)\/\.azure$/i.exec(folder)?.[1];
  return home !== undefined && (VARIABLE_HOME.test(home) || SPELLED_HOME.test(home));
}

/** `undefined` for a path that holds no session: settings, extensions, the list of subscriptions. */
export function cachedSession(path: string): CachedSession | undefined {
  if (isToolFolder(path)) {
    const session = /\/\.Azure$/.test(plain(path)) ? 'azure-powershell' : 'azure-cli';
    return { identity: 'user-cached', session, isFolder: true };
  }
  const whole = plain(path);
  const slash = whole.lastIndexOf('/');
  const folder = whole.slice(0, slash);
  // A token cache may be put anywhere; it is found only where a tool looks.
  if (slash < 0 || !(isToolFolder(folder) || /\/\.azure$/i.test(folder))) return undefined;
  const found = FILES.find(([name]) => name.test(whole.slice(slash + 1)));
  return found && { ...found[1], isFolder: false };
}

/** The file or folder that comes of copying `source` to `target`. */
export function placedAt(source: string, target: string): string {
  const from = plain(source);
  const name = from.slice(from.lastIndexOf('/') + 1);
  const isAll = /[\\/](?:\.|\*)?$/.test(source) || /[*?]/.test(name);
  const isFile =
    /^[^.].*\.\w+$/.test(name) || /^(?:config|credentials|cliextensions|bin)$/.test(name);
  if (isToolFolder(target)) return isFile && !isAll ? `${plain(target)}/${name}` : target;
  // `cp -r backup/.azure ~`
  const isHome = VARIABLE_HOME.test(plain(target)) || SPELLED_HOME.test(plain(target));
  return isHome && !isAll ? `${plain(target)}/${name}` : target;
}
