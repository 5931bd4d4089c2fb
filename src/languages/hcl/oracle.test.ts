//! The HCL reader against HashiCorp's own: values by `hcl2-parser`, validity by `terraform fmt`.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constants, DOCUMENTS, valuesOf } from './documents.test-data.ts';
import { parseHcl } from './parse.ts';

const SEED = 20260901;

// The package is a Go program in JavaScript: it sets globals, is slow to start and does not survive an overflow.
// So it runs in a process of its own, once for all documents.
const READER = `
  const { parseToObject } = require('hcl2-parser');
  const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  process.stdout.write(JSON.stringify(texts.map(text => parseToObject(text)[0] ?? null)));
`;

function readByOracle(texts: readonly string[]): readonly unknown[] {
  const input = JSON.stringify(texts);
  const { stdout } = spawnSync(process.execPath, ['-e', READER], { input, encoding: 'utf8' });
  const results: unknown = JSON.parse(stdout);
  return Array.isArray(results) ? results : [];
}

describe('hcl2-parser', () => {
  it('reads the same values', () => {
    const table = [
      'x = "a\\tb\\"c\\u00e9"\n',
      'x = <<-EOT\n    a\n      b\n\n    c\n  EOT\n',
      'x = <<-EOT\n\ta\n    b\n  EOT\n',
      'x = <<EOT\n  a $${b}\n\n  EOT\n',
      'x = { a = [1, 2.5], "b c" = { d = true } }\n',
      'x = "$$ %% $$${a} %%%{b}"\n',
      'x = "tail$"\n',
      'x = [\n  1, # one\n  /* two */ 2,\n]\n',
    ];
    const texts = [...table, ...fc.sample(constants, { numRuns: 60, seed: SEED })];
    const read = readByOracle(texts);
    expect(read).toHaveLength(texts.length);
    for (const [index, text] of texts.entries()) {
      expect({ text, values: valuesOf(text) }).toEqual({ text, values: read[index] });
    }
  });
});

const hasTerraform = spawnSync('terraform', ['version']).status === 0;

/** The indices of those that `terraform fmt` refuses. */
function refusedByTerraform(texts: readonly string[]): ReadonlySet<number> {
  const folder = mkdtempSync(join(tmpdir(), 'hcl-'));
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, `d${index}.tf`), text);
  const args = ['fmt', '-no-color', '-list=false', '-write=false', folder];
  const { stderr } = spawnSync('terraform', args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return new Set([...stderr.matchAll(/d(\d+)\.tf line/g)].map(match => Number(match[1])));
}

/** One character less, at a place that the seed decides. */
const mutated = fc
  .record({ document: fc.constantFrom(...DOCUMENTS), at: fc.nat() })
  .map(({ document, at }) => {
    const cut = at % document.length;
    return document.slice(0, cut) + document.slice(cut + 1);
  });

describe.skipIf(!hasTerraform)('terraform fmt (when it is installed)', () => {
  it('refuses what the reader calls broken, and nothing else', () => {
    const texts = [
      ...DOCUMENTS,
      ...fc.sample(constants, { numRuns: 30, seed: SEED }),
      ...fc.sample(mutated, { numRuns: 250, seed: SEED }),
    ];
    const refused = refusedByTerraform(texts);
    expect(refused.size).toBeGreaterThan(20);
    for (const [index, text] of texts.entries()) {
      const isBroken = parseHcl(text).errors.length > 0;
      expect({ text, isBroken }).toEqual({ text, isBroken: refused.has(index) });
    }
  });
});
