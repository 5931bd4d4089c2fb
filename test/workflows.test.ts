//! The workflows of this repository: valid, with few permissions, and with actions that stay what they were when they were read.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';

const folder = join(import.meta.dirname, '../.github/workflows');
const workflows = readdirSync(folder).map(name => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}));

const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const step = z
  .object({ uses: z.string().optional(), run: z.string().optional() })
  .refine(it => (it.uses === undefined) !== (it.run === undefined), 'a step uses or runs');
const schema = z.object({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.strictObject({}),
  jobs: z.record(
    z.string(),
    z.object({
      'runs-on': z.string(),
      'timeout-minutes': z.number(),
      permissions,
      steps: z.array(step).min(1),
    }),
  ),
});

describe.each(workflows)('.github/workflows/$name', ({ text }) => {
  it('is valid YAML, and a workflow whose jobs say what they may do', () => {
    const document = parseDocument(text);
    expect([...document.errors, ...document.warnings].map(it => it.message)).toEqual([]);
    expect(schema.safeParse(document.toJS()).error).toBeUndefined();
  });

  it('uses actions by commit, with the version as a comment', () => {
    const lines = text.split('\n').filter(it => /^\s*(?:- )?uses:/.test(it));
    const loose = lines.filter(it => !/uses: (?:\.\/|[\w./-]+@[0-9a-f]{40} # v\d)/.test(it));
    expect(loose).toEqual([]);
  });

  it('never runs what a pull request brings with rights that it has not', () => {
    expect(text).not.toMatch(/pull_request_target|workflow_run/);
  });
});
