//! Which package a command line of Go runs.

import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sampleCommand, sampleEnvironment } from '../../domain/sample-call.ts';
import { go } from './go.ts';

it.each<readonly [string, string]>([
  ['go run . a', 'run script . *.go'],
  ['go run -race -tags "a b" ./cmd/x', 'run script ./cmd/x *.go'],
  ['go run main.go a', 'run script main.go'],
  ['go run cmd/a.go cmd/b.go', 'run script cmd *.go'],
  ['go -C tools run .', 'scope in tools; run script . *.go'],
  ['go run ./...', ''],
  ['go run example.com/x@latest', ''],
  ['go run fmt', ''],
  ['go test ./cmd/x', ''],
  [
    'go build -o bin/x ./cmd/y',
    'write bin/x go run «<variable PWD>»/./cmd/y \\"$@\\"; write bin/x/y go run «<variable PWD>»/./cmd/y \\"$@\\"',
  ],
  ['go build ./cmd/y', 'write ./y go run «<variable PWD>»/./cmd/y \\"$@\\"'],
  ['go build -o out/ .', ''],
  ['go build ./...', ''],
])('%s', (line, expected) => {
  const runs = go.read(sampleCommand(line), sampleEnvironment())?.runs ?? [];
  const shown = runs.map(it => (it.kind === 'steps' ? outline(it.steps) : it.kind));
  expect(shown.join('\n').replaceAll(/\n */g, '; ')).toBe(expected);
});
