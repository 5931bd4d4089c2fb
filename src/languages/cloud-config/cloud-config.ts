//! What a machine is given to do when it first starts: `#cloud-config`, and messages of several parts.
//! Source: https://cloudinit.readthedocs.io/en/latest/explanation/format.html

import { text as textOf } from '../../domain/literal.ts';
import { type Region, spanOf } from '../../domain/region.ts';
import type { Problem } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import type { Language, Program } from '../../domain/surface.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { withoutTemplates } from '../yaml/templated.ts';
import type { YamlNode } from '../yaml/tree.ts';
import { configurationSteps, type Reading } from './configuration.ts';
import { archiveParts, messageParts, type Part } from './parts.ts';

export const cloudConfig: Language = {
  id: 'cloud-config',
  names: ['cloud-init', 'cloudinit'],
  programOf: region => programIn(region, 0),
};

/** Messages in messages; deeper is somebody's game. */
const PARTS_DEEP_MAX = 4;

function programIn(region: Region, depth: number): Program {
  if (depth > PARTS_DEEP_MAX) return { steps: [], problems: [] };
  const { text } = region;
  if (/^\s*#!/.test(text)) return { steps: [scriptStep(region)], problems: [] };
  if (/^\s*(?:Content-Type:\s*multipart\/|MIME-Version:)/i.test(text)) {
    return partsProgram(messageParts(region), depth);
  }
  const { documents, reading, problems } = readYaml(region);
  const [root] = documents;
  if (!root) return { steps: [], problems };
  if (/^\s*#cloud-config-archive\b/.test(text)) {
    const parts = partsProgram(archiveParts(root, reading), depth);
    return { ...parts, problems: [...problems, ...parts.problems] };
  }
  return { steps: configurationSteps(root, reading), problems };
}

function readYaml(region: Region): {
  readonly documents: readonly YamlNode[];
  readonly reading: Reading;
  readonly problems: readonly Problem[];
} {
  const { text, marks } = withoutTemplates(region.text);
  const { documents, errors } = parseYaml(region.at.path, text);
  const problems = errors.map(({ at, message }) => ({
    at: spanOf(region, at.start, at.end),
    message,
  }));
  return { documents, reading: { host: region, marks }, problems };
}

function partsProgram(parts: readonly Part[], depth: number): Program {
  const programs = parts.map(({ language, region }): Program => {
    if (language === 'cloud-config') return programIn(region, depth + 1);
    return { steps: [scriptStep(region)], problems: [] };
  });
  return {
    steps: programs.flatMap(it => it.steps),
    problems: programs.flatMap(it => it.problems),
  };
}

const scriptStep = (region: Region): Step => ({
  kind: 'script',
  language: /^\s*#!.*\b(?:pwsh|powershell)\b/.test(region.text)
    ? 'powershell'
    : /^\s*#!.*\bpython/.test(region.text)
      ? 'python'
      : 'bash',
  source: textOf(region),
  at: region.at,
});
