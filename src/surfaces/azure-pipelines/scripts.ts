//! A script spelled in a pipeline, and the variables that it sets for the steps after it.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/set-variables-scripts

import type { Expression } from '../../domain/expression.ts';
import { literal, text, unknownExpression } from '../../domain/literal.ts';
import { type Region, spanOf, subRegion } from '../../domain/region.ts';
import type { Step } from '../../domain/step.ts';
import type { YamlScalar } from '../../languages/yaml/tree.ts';
import type { Reading } from './reading.ts';
import { scriptExpression } from './texts.ts';
import { environmentName } from './variable-names.ts';

export function scriptSteps(
  source: YamlScalar,
  language: string,
  reading: Reading,
): readonly Step[] {
  const script = scriptExpression(source.region, language, reading);
  const { at } = source.region;
  return [{ kind: 'script', language, source: script, at }, ...settings(source.region)];
}

const SETTING = /##vso\[task\.setvariable\s+variable=([\w.-]+)[^\]\r\n]*\]([^"'\r\n]*)/gi;

/** They hold from the next step on, as those that a workflow of GitHub writes to a file do. */
const settings = (region: Region): readonly Step[] =>
  [...region.text.matchAll(SETTING)].map(({ index, 0: whole, 1: name = '', 2: value = '' }) => {
    const at = spanOf(region, index, index + whole.length);
    const start = index + whole.length - value.length;
    const given: Expression = /[$`%(]/.test(value)
      ? unknownExpression({ kind: 'not-evaluated', text: name }, at)
      : text(subRegion(region, start, start + value.length));
    return {
      kind: 'write',
      target: { kind: 'reference', space: 'variable', name: 'GITHUB_ENV', at },
      content: { kind: 'join', parts: [literal(`${environmentName(name)}=`, at), given], at },
      appends: true,
      at,
    };
  });
