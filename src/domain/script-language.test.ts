//! What a script's text or file says it is written in.

import { expect, it } from 'vitest';
import type { Expression } from './expression.ts';
import { literal } from './literal.ts';
import { scriptLanguageOf } from './script-language.ts';

const at = { path: 'main.bicep', start: 0, end: 0 };

it.each([
  ['#!/bin/bash\nls', 'bash'],
  ['#!/usr/bin/env sh', 'bash'],
  ['#!/usr/bin/env pwsh\nls', 'powershell'],
  ['\n#cloud-config\nruncmd: []', 'cloud-config'],
  ['Connect-AzAccount -Identity', 'powershell'],
  ['param(\n  [string] $Name\n)', 'powershell'],
  ['$name = "x"', 'powershell'],
  ['az login --identity', undefined],
  ['#!/usr/bin/env python3', undefined],
])('%j is %s', (text, language) => {
  expect(scriptLanguageOf(literal(text, at))).toBe(language);
});

it.each([
  ['scripts/seed.ps1', 'powershell'],
  ['scripts/seed.SH', 'bash'],
  ['cloud-init.yaml', 'cloud-config'],
  ['seed', undefined],
])('the file %s is %s', (path, language) => {
  const file: Expression = { kind: 'call', name: 'read-file', args: [literal(path, at)], at };
  const encoded: Expression = { kind: 'call', name: 'encode-base64', args: [file], at };
  expect(scriptLanguageOf(encoded)).toBe(language);
});
