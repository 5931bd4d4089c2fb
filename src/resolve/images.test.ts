import { expect, it } from 'vitest';
import type { WordPart } from '../domain/call.ts';
import { imageName } from './images.ts';
import { NOWHERE } from './state.ts';

const held = (name: string): WordPart => ({
  kind: 'unknown',
  why: { kind: 'held-by-platform', name },
});
const spelled = (text: string): WordPart => ({ kind: 'text', text });
const unclear: WordPart = { kind: 'unknown', why: { kind: 'not-evaluated', text: 'one of… many' } };

it.each<readonly [string, readonly WordPart[], string | undefined]>([
  ['app', [spelled('app')], 'app:latest'],
  ['docker.io/library/app', [spelled('docker.io/library/app')], 'app:latest'],
  ['localhost:5000/app', [spelled('localhost:5000/app')], 'localhost:5000/app:latest'],
  ['app:1', [spelled('app:1')], 'app:1'],
  ['app@sha256:1', [spelled('app@sha256:1')], 'app@sha256:1'],
  ['app:$SHA', [spelled('app:'), held('SHA')], 'app:\u0000SHA\u0000'],
  ['$REGISTRY/app', [held('REGISTRY'), spelled('/app')], '\u0000REGISTRY\u0000/app:latest'],
  ['$IMAGE', [held('IMAGE')], '\u0000IMAGE\u0000'],
  ['what is not clear', [spelled('app:'), unclear], undefined],
  ['nothing', [], undefined],
])('%s is told from others by its name', (_, parts, expected) => {
  expect(imageName({ kind: 'string', parts, at: NOWHERE })).toBe(expected);
});
