//! What `--help` prints.

export const helpText = (formats: readonly string[]): string => `\
Finds the pipelines that sign in to Azure as a person and stop at Microsoft's mandatory MFA.

  mfa-ready scan [path …]      report on what stands below the paths (default: the current folder)
  mfa-ready explain path#job   who acts at every operation of a job, and why; without #job, of all that starts in the file
  mfa-ready explain [name]     a rule, a way to sign in or a kind of file; without a name, all of them
  mfa-ready init               writes a workflow and settings for the repository; what is found today is known

Options of scan:
  --format <name>              ${formats.join(', ')} (default: text)
  --output <file>              write the report there
  --fail-on <level>            error, warning, notice or never (default: what the settings say, else error)
  --config <file>              the settings (default: mfa-ready.yml in the root of the repository or in its .github)
  --baseline <file>            the list of known findings, which do not count
  --base <commit>              only what that commit has not counts: what is new, or worse, or reached by more pipelines
  --scope <which>              with --base: new (what that means), diff (what stands on changed lines), all
  --update-baseline            write that list anew: whatever is found is known from then on

  --no-color                   plain text, as NO_COLOR and a pipe have it
  --version, --help

Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 a mistake in the command; 3 a mistake of mfa-ready.
`;
