import { expect, it } from 'vitest';
import { runnerKind } from './runners.ts';
import { sampleEntryPoint } from './sample-model.ts';

it.each([
  ['pipeline', 'ubuntu-latest', 'hosted'],
  ['pipeline', 'macOS-14', 'hosted'],
  ['pipeline', 'self-hosted,linux', 'self-hosted'],
  ['pipeline', 'big-machine', 'unknown'],
  ['pipeline', undefined, 'unknown'],
  ['automation', undefined, 'self-hosted'],
] as const)('%s on %s: %s', (reach, runner, kind) => {
  expect(runnerKind(sampleEntryPoint(reach, runner))).toBe(kind);
});
