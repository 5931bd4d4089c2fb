//! Terraform's expressions in the words of the domain.

import { describe, expect, it } from 'vitest';
import { routineOf, short } from './outline.test-data.ts';

const valueOfLocal = (text: string): string => {
  const [binding] = routineOf(`locals {\n  a = ${text}\n}\n`).bindings;
  return binding ? short(binding.value) : '';
};

describe('expressions', () => {
  it.each([
    ['var.a.b', 'input:a.b'],
    ['local.a["b c"][0]', 'local:a.b c.0'],
    ['local.a[var.env]', 'lookup(local:a, input:env)'],
    ['module.m.id', 'output:m.id'],
    ['module.m["x"].id.a', 'output:m.id.a'],
    ['module.m', 'output:m'],
    ['path.module', 'module-folder()'],
    ['path.root', 'root-folder()'],
    ['each.value', '?each.value'],
    ['azurerm_key_vault.a.id', '?azurerm_key_vault.a.id'],
    ['var.a[*].b', '?var.a[*].b'],
    ['var.a + "secret"', '?var.a + "…"'],
    ['var.a == "b" && true', '"true" | "false"'],
    ['[for a in var.b : a]', '?[for a in var.b : a]'],
    ['var.a ? "x" : null', '"x" | ""'],
    ['{ a = 1, "b" = true, (var.c) = -2 }', '{a: "1", b: "true", (var.c): "-2"}'],
    ['"a${var.b}c"', '"a${var.b}c" input:b'],
    ['"%{ if var.a }x%{ endif }"', '?"…"'],
    ['format("%s-x", var.a)', 'format("%s-x", input:a)'],
    ['file("${path.module}/a.sh")', 'read-file("${path.module}/a.sh" module-folder())'],
    ['base64encode(file("a.sh"))', 'encode-base64(read-file("a.sh"))'],
    ['filebase64("a.sh")', 'encode-base64(read-file("a.sh"))'],
    ['replace(file("a.ps1"), "\\r\\n", "\\n")', 'read-file("a.ps1")'],
    ['sensitive(var.a)', 'input:a'],
    ['try(var.a, "b")', 'input:a | "b"'],
    ['uuidv5("dns", "x")', '?uuidv5(…)'],
    ['merge(var.a...)', '?merge(…)'],
  ])('%s is %s', (text, expected) => {
    expect(valueOfLocal(text)).toBe(expected);
  });
});
