//! `mfa-ready init`: the workflow and the settings of a repository that begins to use it, green from the first day on.

import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../domain/report.ts';
import { entriesOf } from '../engine/baseline.ts';
import { baselineText } from '../engine/baseline-file.ts';
import { NO_SETTINGS } from '../engine/settings/settings.ts';
import { SETTINGS_FILES, writeFile } from './own-files.ts';
import { scan } from './scan.ts';
import { scanRoots } from './scan-root.ts';

export interface InitInput {
  /** An absolute path. */
  readonly currentFolder: string;
  /** As `2027-05-31`. */
  readonly today: string;
}

/** What is found today is known, so that only what comes later fails. Gives what was done; throws `UsageError`. */
export function init({ currentFolder, today }: InitInput): string {
  const [root] = scanRoots(currentFolder, ['.']);
  if (!root) throw new Error('a folder has a root');
  const { folder } = root;
  const report = scan({
    roots: [{ folder, within: ['.'], prefix: '', settings: NO_SETTINGS, scope: 'all' }],
    elapsedMs: () => 0,
    hasHelp: false,
    today,
  });
  return filesFor(folder, report)
    .map(({ path, text }) => `${written(folder, path, text)} ${path}\n`)
    .join('');
}

interface NewFile {
  readonly path: string;
  readonly text: string;
}

function filesFor(folder: string, report: Report): readonly NewFile[] {
  const settings = SETTINGS_FILES.find(it => existsSync(join(folder, it))) ?? 'mfa-ready.yml';
  const isKnown = report.findings.length > 0;
  return [
    ...(isKnown ? [{ path: KNOWN, text: baselineText(entriesOf(report)) }] : []),
    { path: settings, text: settingsText(isKnown) },
    ...platformsOf(folder),
  ];
}

const KNOWN = 'mfa-ready-known.json';

/** What is there already is somebody's work. */
function written(folder: string, path: string, text: string): string {
  const file = join(folder, path);
  if (existsSync(file)) return 'left as it is:';
  mkdirSync(dirname(file), { recursive: true });
  writeFile(file, path, text);
  return 'written:      ';
}

const settingsText = (isKnown: boolean): string => `\
# What mfa-ready is to make of this repository: https://github.com/mfa-ready/mfa-ready#settings
# yaml-language-server: $schema=https://raw.githubusercontent.com/mfa-ready/mfa-ready/main/dist/settings.schema.json
fail-on: error
${isKnown ? `# What was found on the first day; whoever mends some of it runs: mfa-ready scan --update-baseline\nbaseline: ${KNOWN}\n` : ''}\
# ignore:
#   - samples/**
# started-elsewhere:
#   - path: ops/nightly.sh
#     by: cron on the build server
`;

/** GitHub, unless another platform is the only one that there is. */
function platformsOf(folder: string): readonly NewFile[] {
  const has = (path: string): boolean => existsSync(join(folder, path));
  const isOther = has('.gitlab-ci.yml') || has('azure-pipelines.yml') || has('Jenkinsfile');
  return has('.github') || !isOther ? [{ path: WORKFLOW_PATH, text: WORKFLOW }] : [];
}

const WORKFLOW_PATH = '.github/workflows/mfa-ready.yml';

const WORKFLOW = `\
# Who signs in to Azure here, and whom mandatory multi-factor authentication stops: https://github.com/mfa-ready/mfa-ready
name: mfa-ready
on:
  pull_request:
  merge_group:
  schedule:
    - cron: "0 6 * * 1"
permissions:
  contents: read
jobs:
  scan:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: mfa-ready/mfa-ready@main # pin the commit that you have read
`;
