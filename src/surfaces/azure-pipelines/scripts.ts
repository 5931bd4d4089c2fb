//! A script spelled in a pipeline.

import type { Step } from '../../domain/step.ts';
import type { YamlScalar } from '../../languages/yaml/tree.ts';
import type { Reading } from './reading.ts';
import { scriptExpression } from './texts.ts';

export function scriptSteps(
  source: YamlScalar,
  language: string,
  reading: Reading,
): readonly Step[] {
  const script = scriptExpression(source.region, language, reading);
  const { at } = source.region;
  return [{ kind: 'script', language, source: script, at }];
}
