//! The settings that an `az` command gives an app or container: `az webapp config appsettings set --settings NAME=value`.
//! Source: https://learn.microsoft.com/cli/azure/webapp/config/appsettings

import { type CommandCall, type Inputs, wordPrefix, wordText } from '../../domain/call.ts';
import { valueAfter } from '../../domain/command-line-draft.ts';
import { programName } from '../../domain/program-name.ts';
import type { Value } from '../../domain/value.ts';

const APP_SETTINGS = ['--settings', '--slot-settings'];
const APP_VARIABLES = ['--env-vars', '--set-env-vars', '--replace-env-vars'];

/** By the words that name the command, the options after which settings stand. */
const COMMANDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['webapp config appsettings set', APP_SETTINGS],
  ['functionapp config appsettings set', APP_SETTINGS],
  ['logicapp config appsettings set', APP_SETTINGS],
  ['staticwebapp appsettings set', ['--setting-names']],
  ['containerapp create', APP_VARIABLES],
  ['containerapp update', APP_VARIABLES],
  ['containerapp up', APP_VARIABLES],
  ['containerapp job create', APP_VARIABLES],
  ['containerapp job update', APP_VARIABLES],
  ['container create', ['--environment-variables', '-e', '--secure-environment-variables']],
]);

/** `undefined` when it is another command. A file of settings (`@settings.json`) is not looked into. */
export function settingsSetBy(call: CommandCall): Inputs | undefined {
  const options = programName(call) === 'az' ? COMMANDS.get(nameOf(call)) : undefined;
  if (!options) return undefined;
  const settings = new Map<string, Value<string>>();
  let isSetting = false;
  for (const word of call.words) {
    const prefix = wordPrefix(word);
    const spelling = /^--?[A-Za-z][\w-]*/.exec(prefix)?.[0];
    if (spelling !== undefined) isSetting = options.includes(spelling);
    const from =
      spelling !== undefined && prefix[spelling.length] === '=' ? spelling.length + 1 : 0;
    const name = /^([A-Za-z_]\w*)=/.exec(prefix.slice(from))?.[1];
    if (!isSetting || name === undefined) continue;
    settings.set(name, valueAfter(word, from + name.length + 1));
  }
  return settings;
}

/** The words before the first option. */
function nameOf(call: CommandCall): string {
  const names: string[] = [];
  for (const word of call.words.slice(1)) {
    const text = wordText(word);
    if (text === undefined || text.startsWith('-')) break;
    names.push(text.toLowerCase());
  }
  return names.join(' ');
}
