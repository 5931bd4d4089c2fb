//! What `--help` and `explain` print.

import { didYouMean } from '../engine/nearest.ts';
import { readmeOf, type UnitName } from './readmes.ts';
import { UsageError } from './usage-error.ts';

export const helpText = (formats: readonly string[]): string => `\
Finds the pipelines that sign in to Azure as a person and stop at Microsoft's mandatory MFA.

  mfa-ready scan [path …]      report on what stands below the paths (default: the current folder)
  mfa-ready explain [name]     a rule, a way to sign in or a kind of file; without a name, all of them

Options of scan:
  --format <name>              ${formats.join(', ')} (default: text)
  --output <file>              write the report there
  --fail-on <level>            error, warning, notice or never (default: what the settings say, else error)
  --config <file>              the settings (default: mfa-ready.yml in the root of the repository or in its .github)
  --baseline <file>            the list of known findings, which do not count
  --update-baseline            write that list anew: whatever is found is known from then on
  --no-color                   plain text, as NO_COLOR and a pipe have it

  --version, --help

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 a mistake in the command; 3 a mistake of mfa-ready.
`;

/** Throws `UsageError` for a name that nothing has. */
export function explanation(names: readonly string[], units: readonly UnitName[]): string {
  if (names.length === 0) return listing(units);
  return names.map(name => pagesOf(name, units)).join('\n');
}

/** A surface and a tool may share a name: both are told. */
function pagesOf(name: string, units: readonly UnitName[]): string {
  const found = units.filter(it => it.id === name);
  if (found.length === 0) {
    const hint = didYouMean(
      name,
      units.map(it => it.id),
    );
    throw new UsageError(
      `nothing is called \`${name}\`${hint || '; `mfa-ready explain` lists all names'}`,
    );
  }
  return found.map(it => readmeOf(it.folder, it.id) ?? `# ${it.id}\n\n${it.title}\n`).join('\n');
}

function listing(units: readonly UnitName[]): string {
  const folders = [...new Set(units.map(it => it.folder))];
  const width = Math.max(0, ...units.map(it => it.id.length));
  const sections = folders.map(folder => {
    const lines = units
      .filter(it => it.folder === folder)
      .map(it => `  ${it.id.padEnd(width)}  ${it.title}\n`);
    return `${folder}\n${lines.join('')}`;
  });
  return sections.join('\n');
}
