//! The findings as SARIF 2.1.0, for code scanning and other dashboards.
//! Sources: https://docs.oasis-open.org/sarif/sarif/v2.1.0/, https://docs.github.com/code-security/reference/code-scanning/sarif-support

import type { Severity } from '../domain/finding.ts';
import type {
  Format,
  Report,
  ReportedFinding,
  ReportedLink,
  ReportedProblem,
} from '../domain/report.ts';
import type { Place } from '../domain/span.ts';
import { lineHashes } from './line-hashes.ts';
import { visible } from './visible.ts';

/** GitHub keeps so many of one upload, and drops the rest. */
export const RESULTS_MAX = 5000;

/** Places on the way to a finding: GitHub keeps so many of its related locations. */
const LINKS_MAX = 100;

/** Links inside a message are for readers; more are in the code flow. */
const LINKS_IN_MESSAGE_MAX = 10;

const DESCRIPTION_CHARACTERS_MAX = 1024;

const INFORMATION_URI = 'https://aka.ms/mfaforazure';

export const sarif: Format = {
  id: 'sarif',
  print: report => `${JSON.stringify(logOf(report), null, 2)}\n`,
};

/** The worst first, so that what a limit cuts off is the mildest. */
const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const;

function logOf(report: Report): object {
  const sorted = ORDER.flatMap(severity => report.findings.filter(it => it.severity === severity));
  const left = sorted.length - RESULTS_MAX;
  const hashOf = lineHashes(report);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(report) },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              ...report.problems.map(notificationOf),
              ...(left > 0
                ? [{ level: 'warning', message: { text: `${left} more results` } }]
                : []),
            ],
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: sorted
          .slice(0, RESULTS_MAX)
          .map(finding => resultOf(report, finding, hashOf(finding))),
      },
    ],
  };
}

const driverOf = (report: Report): object => ({
  name: report.tool.name,
  semanticVersion: report.tool.version,
  informationUri: INFORMATION_URI,
  rules: report.rules.map(rule => ({
    id: rule.id,
    shortDescription: { text: rule.summary.slice(0, DESCRIPTION_CHARACTERS_MAX) },
    fullDescription: { text: rule.summary.slice(0, DESCRIPTION_CHARACTERS_MAX) },
    helpUri: rule.helpUri,
    help: {
      text: `${rule.summary} ${rule.helpUri}`,
      markdown: rule.help ?? `${rule.summary} [More](${rule.helpUri})`,
    },
    properties: { tags: ['azure', 'authentication'] },
  })),
});

function resultOf(report: Report, finding: ReportedFinding, hash: string | undefined): object {
  const because = finding.because.slice(0, LINKS_MAX);
  const ruleIndex = report.rules.findIndex(rule => rule.id === finding.rule);
  return {
    ruleId: finding.rule,
    ...(ruleIndex >= 0 ? { ruleIndex } : {}),
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding, because) },
    locations: [{ physicalLocation: physicalLocation(finding) }],
    ...(because.length > 0
      ? { relatedLocations: because.map(relatedLocation), codeFlows: [flowOf(finding, because)] }
      : {}),
    // GitHub looks at the first only, and works it out itself where it is left out.
    partialFingerprints: {
      ...(hash === undefined ? {} : { primaryLocationLineHash: hash }),
      'mfaReady/v1': finding.fingerprint,
    },
    properties: { verdict: finding.verdict, confidence: finding.confidence },
  };
}

/** GitHub shows only those related locations that the message links to. */
function messageOf(finding: ReportedFinding, because: readonly ReportedLink[]): string {
  const links = because
    .slice(0, LINKS_IN_MESSAGE_MAX)
    .map((link, index) => `[${literal(`${link.path}:${link.line}`)}](${index + 1})`);
  const see = links.length > 0 ? `; see ${links.join(', ')}` : '';
  return literal(finding.message) + see;
}

/** A message may hold links: brackets of the text itself are escaped. */
const literal = (text: string): string => visible(text).replace(/[\\[\]]/g, '\\$&');

const relatedLocation = (link: ReportedLink, index: number): object => ({
  id: index + 1,
  physicalLocation: physicalLocation(link),
  message: { text: literal(link.message) },
});

/** The place of the finding ends the flow, unless the way leads over it and on to what follows. */
function flowOf(finding: ReportedFinding, because: readonly ReportedLink[]): object {
  const isPassed = because.some(it => it.path === finding.path && it.line === finding.line);
  const locations = [...because, ...(isPassed ? [] : [finding])].map(place => ({
    location: {
      physicalLocation: physicalLocation(place),
      message: { text: literal(place.message) },
    },
  }));
  return { threadFlows: [{ locations }] };
}

/** Columns: the first code unit, and the one after the last, both 1-based, as ours. */
const physicalLocation = (place: Place): object => ({
  artifactLocation: { uri: uriOf(place.path), uriBaseId: '%SRCROOT%' },
  region: {
    startLine: place.line,
    startColumn: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
  },
});

/** A relative reference: of the path only the slashes mean something. */
const uriOf = (path: string): string => path.split('/').map(encodedSegment).join('/');

const encodedSegment = (segment: string): string =>
  encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));

const notificationOf = (problem: ReportedProblem): object => ({
  level: 'note',
  message: { text: literal(problem.message) },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: uriOf(problem.path), uriBaseId: '%SRCROOT%' },
        region: { startLine: problem.line },
      },
    },
  ],
});
