import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../domain/source-file.ts';
import { printedSteps } from '../../languages/bash/printed-steps.ts';
import { makefile } from './makefile.ts';

const routines = (text: string) =>
  makefile
    .extract(sourceFile('Makefile', text))
    .declarations.flatMap(it => (it.kind === 'routine' ? [it] : []));

const recipe = (text: string, name = 'a'): string =>
  printedSteps(routines(text).find(it => it.path === `Makefile#${name}`)?.body ?? []);

const definitions = (text: string): string =>
  printedSteps(routines(text)[0]?.body.filter(it => it.kind !== 'define') ?? []);

describe('Makefiles', () => {
  it.each([
    ['Makefile', true],
    ['infra/makefile', true],
    ['GNUmakefile', true],
    ['Makefile.azure', true],
    ['mk/azure.mk', true],
    ['Makefile.am', false],
    ['makefile.py', false],
    ['Makefiles/x', false],
  ])('%s: %s', (path, isMatch) => {
    expect(makefile.matches(path, '')).toBe(isMatch);
  });

  it.each([
    ['a:\n\taz x', 'process (bash: "az x")'],
    ['a: b c | d ; az x', 'task:b; task:c; task:d; process (bash: "az x")'],
    ['a:\r\n\t@-az x \\\r\n\t  y\r\n', 'process (bash: "az x \\\\\\r\\n\\t  y")'],
    ['a:\n\taz $$X $(Y) ${Z}', 'process (bash: to-string("az $X {$Y} {$Z}"))'],
    ['Q := @\na:\n\t$(Q)az x', 'process (bash: "az x")'],
    ['a:\n\t$(MAKE) -C b $@', 'process (bash: to-string("{make} -C b {a}"))'],
    ['.ONESHELL:\na:\n\tcd b\n\taz x', 'process (bash: "cd b\\naz x")'],
    ['SHELL := pwsh\na:\n\tGet-AzVM', 'process (powershell: Get-AzVM)'],
    [
      'define f\n\t@az $(1)\n\taz y\nendef\na:\n\t$(call f,x)',
      String.raw`process (bash: to-string("{\"az {x}\\naz y\"}"))`,
    ],
    [
      'a: X = 1\na:\n\taz $(X)',
      'process (X := override($%overrides, X, 1); process (bash: to-string("az {$X}")))',
    ],
    [
      'a:\nifdef X\n\taz x\nelse\n\taz y\nendif\n\taz z',
      'one of (process (bash: "az x") | process (bash: "az y")); process (bash: "az z")',
    ],
    ['LIST = a b\n$(LIST):\n\taz x', 'process (bash: "az x")'],
    ['# a: b\na:\n\t# az login\n', 'process (bash: "# az login")'],
    ['a:\n\taz x # $(if $(Y),z,w)', 'process (bash: to-string("az x # {(z|w)}"))'],
  ])('%j', (text, steps) => {
    expect(recipe(text)).toBe(steps);
  });

  it.each([
    ['X = 1 # one', 'X := override($%overrides, X, 1)'],
    ['export X ?= $(Y)', 'X ?= override($%overrides, X, $Y)'],
    ['X += b', 'X += " "+b'],
    ['X := $(shell az x, y)', 'X := override($%overrides, X, output(bash: "az x, y"))'],
    ['X := $(shell git rev-parse --show-toplevel)', 'X := override($%overrides, X, /.)'],
    ['-include a.mk $(B)/c.mk', 'source a.mk; source "{$B}/c.mk"'],
    [
      'ifeq ($(A),b)\nX = 1\nelse ifneq "$(A)" "c"\nX = 2\nendif\nY = 3',
      'one of (X := override($%overrides, X, 1) | one of (X := override($%overrides, X, 2) | )); Y := override($%overrides, Y, 3)',
    ],
    [
      'X = $(Y)\nY = 1',
      'X := override($%overrides, X, $Y); Y := override($%overrides, Y, 1); X := override($%overrides, X, $Y)',
    ],
  ])('%j', (text, steps) => {
    expect(definitions(text)).toBe(steps);
  });

  it('reads whatever there is', () => {
    const pieces = [
      'a:',
      ' b',
      '\n',
      '\t',
      'az $(X',
      ')',
      '$',
      '$$',
      'ifeq (',
      ',',
      'else',
      'endif\n',
      'define x\n',
      'endef\n',
      '= ',
      ':= ',
      '\\\n',
      '#',
      'include ',
      '$(call ',
      '$(shell ',
      '|',
      ';',
      '%',
    ];
    const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(it => it.join(''));
    fc.assert(fc.property(odd, text => void routines(text)));
  });

  it('takes no more time than the text is long', () => {
    expect(routines('$('.repeat(20_000)).length).toBeGreaterThan(0);
    expect(routines(`a: ${'$(call b,'.repeat(5_000)}`).length).toBeGreaterThan(0);
    expect(routines(`define b\n$(b)$(b)\nendef\na:\n\t$(b)`).length).toBeGreaterThan(0);
  });
});
