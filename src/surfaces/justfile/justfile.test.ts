import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../domain/source-file.ts';
import { printedSteps } from '../../languages/bash/printed-steps.ts';
import { justfile } from './justfile.ts';

const routines = (text: string) =>
  justfile
    .extract(sourceFile('justfile', text))
    .declarations.flatMap(it => (it.kind === 'routine' ? [it] : []));

const recipe = (text: string): string =>
  printedSteps(routines(text).find(it => it.path === 'justfile#a')?.body ?? [])
    .replace(/^process \(/, '')
    .replace(/\)$/, '');

const definitions = (text: string): string =>
  printedSteps(routines(text)[0]?.body.filter(it => it.kind !== 'define') ?? []);

describe('justfiles', () => {
  it.each([
    ['a:\n  @-az x', 'process (bash: "az x")'],
    ['a:\r\n\taz x \\\r\n\t  y', 'process (bash: "az x \\\\\\r\\n\\t  y")'],
    ['a: b (c "x" y) && d # e\n', 'task:b; task:c x $y; task:d'],
    [
      'a b c="d" *e:\n  az',
      'b := ($1 or ?); c := ($2 or d); e := slice($@, 2); process (bash: az)',
    ],
    ['a:\n  az {{b + "-" + c}} {{{{x}}', 'process (bash: to-string("az {$b+-+$c} {{{{x}}"))'],
    [
      'a:\n  #!/usr/bin/env pwsh\n  Get-AzVM\n  az x',
      'process (powershell: "  Get-AzVM\\n  az x")',
    ],
    ['[private]\n# a: b\na:\n  az x\n\n  az y\n', 'process (bash: "az x"); process (bash: "az y")'],
    ['alias a := b', 'task:b *$@'],
  ])('%j', (text, steps) => {
    expect(recipe(text)).toBe(steps);
  });

  it.each([
    ["x := 'a' / y", 'x := override($%overrides, x, a+/+$y)'],
    ['export x := env_var_or_default("Y", "z")', 'x := override($%overrides, x, ($Y or z))'],
    ['x := `az show`', 'x := override($%overrides, x, output(bash: "az show"))'],
    ['x := if y == "z" { "a" } else { "b" }', 'x := override($%overrides, x, (a|b))'],
    ['x := uuid()', 'x := override($%overrides, x, ?<uuid()>)'],
    ["import? 'b.just'", 'source b.just'],
    ['set shell := ["bash"]\nset dotenv-load', ''],
  ])('%j', (text, steps) => {
    expect(definitions(text)).toBe(steps);
  });

  it('reads whatever there is', () => {
    const pieces = [
      'a:',
      ' b',
      '\n',
      '  ',
      'az {{',
      '}}',
      '"',
      "'",
      '`',
      ':= ',
      'if ',
      '{',
      '(',
      ')',
      '&&',
      'import ',
      'mod ',
      'set ',
      '#',
      '\\\n',
      '+',
      '/',
      '"""',
    ];
    const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(it => it.join(''));
    fc.assert(fc.property(odd, text => void routines(text)));
  });
});
