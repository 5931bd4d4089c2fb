import { describe, expect, it } from 'vitest';
import { wholeFile } from '../../domain/region.ts';
import { javascript } from '../javascript/javascript.ts';
import { python } from '../python/python.ts';
import { shownSteps } from './shown.test-data.ts';

/** Nothing of what a language brings along. */
const INTEREST = { isLibrary: (names: string) => !/^os\b/.test(names), isIn: () => true };

const stepsOf = (language: typeof python, text: string): readonly string[] =>
  shownSteps(language.programOf(wholeFile('a.py', text), INTEREST).steps);

describe('Python', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a list',
      'import subprocess as sp\nsp.run(["az", "login", *more, "-u", u])',
      ['run az login *?more -u ?u'],
    ],
    ['a line', 'from os import system\nsystem("az login")', ['shell az login']],
    [
      'an f-string',
      'import os\nu = "ann"\nos.system(f"az login -u {u} {{x}}")',
      ['a(u) = ann', 'shell az login -u <$a(u)> {x}'],
    ],
    [
      '%',
      'import os\nos.system("az %s -u %(x)s%%" % ("login",))',
      ['shell az <login> -u <?%(x)s>%'],
    ],
    [
      'format',
      'import os\nos.system("az {} -u {user!r} {{}}".format("login", user=u))',
      ['shell az <login> -u <?u> {}'],
    ],
    ['join', 'import os\nos.system(" ".join(["az", "login"]))', ['shell az .   . login']],
    [
      'strings side by side',
      'import os\nos.system("az login "\n  "-u x")',
      ['shell az login  . -u x'],
    ],
    ['a sum of lists', 'import subprocess\nsubprocess.run(["az"] + args)', ['run az *?args']],
    [
      'a choice',
      'import os\nos.system("az login" if a else "az logout")',
      ['shell (az login | az logout)'],
    ],
    [
      'the environment',
      'import os\nos.system(os.environ.get("A", "b") + os.getenv("C") + os.environ["D"])',
      ['shell $A:-b . $C . $D'],
    ],
    [
      'exit',
      'import sys, os\nif a:\n  sys.exit(1)\nos.system("x")',
      ['branch', '  stop', 'shell x'],
    ],
    ['its own module', 'import os\nos.chdir("a")', []],
    [
      'text that is printed',
      'import os\nprint("az login -u x -p y")\nlogging.info(["az", "login"])',
      [],
    ],
    ['a docstring', 'import os\ndef f():\n  """\n  os.system("az login")\n  """\n', []],
    ['a comment', 'import os\n# os.system("az login")', []],
    [
      'a name without its import',
      'system("az login")\nUsernamePasswordCredential(username="x")',
      ['branch', '  run ~az login'],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(stepsOf(python, text)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['from', 'from azure.identity import X as Y\nY(a=1)', 'azure.identity X'],
    ['a module', 'import azure.identity\nazure.identity.X()', 'azure.identity X'],
    ['a module by another name', 'import azure.identity as i\ni.X()', 'azure.identity X'],
    ['a package', 'from azure import identity\nidentity.X()', 'azure.identity X'],
    ['a method', 'import msal\na = msal.App("x")\na.acquire()', 'msal App, msal App.acquire'],
    ['a method at once', 'import msal\nmsal.App("x").acquire()', 'msal App, msal App.acquire'],
    [
      'an object of its own',
      'import msal\nclass C:\n  def __init__(self):\n    self.a = msal.App()\n  def f(self):\n    self.a.acquire()',
      'msal App, msal App.acquire',
    ],
    [
      'what `with` opens',
      'import httpx\nwith httpx.Client() as c:\n  c.post("x")',
      'httpx Client, httpx Client.post',
    ],
    [
      'a parameter by its type',
      'import msal\ndef f(a: msal.App):\n  a.acquire()',
      'msal App.acquire',
    ],
    ['a page', 'from playwright.sync_api import Page\npage.goto("x")', 'playwright *.goto'],
    ['another class of that name', 'class X:\n  pass\nX()', ''],
    ['a class below it', 'from azure.identity import X\nclass Y(X):\n  pass\nY()', ''],
  ])('names a library by its import: %s', (_, text, expected) => {
    const calls = stepsOf(python, text).filter(it => it.includes('library '));
    expect(calls.map(it => it.replace(/.*library (\S+) (\S+).*/, '$1 $2')).join(', ')).toBe(
      expected,
    );
  });

  it('runs a function where it is called, with what it is given', () => {
    const text = `import os
def run(cmd, dry=False):
    os.system(cmd)
if __name__ == "__main__":
    run("az login")`;
    expect(stepsOf(python, text)).toEqual([
      'define a.run()',
      '  a.run(cmd) = coalesce($a.run(#0), $a.run(cmd=), ?cmd)',
      '  shell $a.run(cmd)',
      'a.run(#0) = az login',
      'run a.run()',
    ]);
  });
});

describe('JavaScript', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a template',
      "import { execSync } from 'child_process';\nexecSync(`az login -u ${u}`)",
      ['shell az login -u <?u>'],
    ],
    [
      'a list',
      "const cp = require('child_process')\ncp.spawnSync('az', ['login', '-u', u])",
      ['run az login -u ?u'],
    ],
    [
      'aliases',
      "const { exec: go } = require('node:child_process'); const p = util.promisify(go); await p('az login')",
      ['shell az login'],
    ],
    ['zx', 'await $`az login --identity`', ['shell az login --identity']],
    [
      'execa',
      "import { $, execa } from 'execa'; await execa('az', ['login']); $`az logout`",
      ['run az login', 'shell az logout'],
    ],
    [
      'the environment',
      "import { exec } from 'child_process'\nexec('x ' + process.env.A + process.env['B'])",
      ['shell x  . $A . $B'],
    ],
    [
      'a fallback',
      "import { exec } from 'child_process'\nexec(process.env.A ?? 'x')",
      ['shell $A:-x'],
    ],
    [
      'types',
      "import { exec } from 'child_process'\ninterface A { b: string }\ntype B = { c: string } | null\nconst f = (a: A): string => exec(a.b as string)",
      [
        'define a.f()',
        '  a.f(a) = coalesce($a.f(#0), $a.f(a=), ?a)',
        '  shell $a.f(a).b',
        '  stop',
      ],
    ],
    [
      'a regular expression',
      "import { exec } from 'child_process'\nconst a = /[\"'`]/.test(b); exec('x')",
      ['shell x'],
    ],
    [
      'JSX',
      "import { exec } from 'child_process'\nconst a = <p id='b'>it's {c} /* d */</p>\nexec('x')",
      ['shell x'],
    ],
    ['text that is shown', "console.log('az login -u x -p y'); const help = `az login`", []],
  ])('reads %s', (_, text, expected) => {
    expect(stepsOf(javascript, text)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['a name', "import { X as Y } from '@azure/identity'\nnew Y({ a: 1 })", '@azure/identity X'],
    ['everything', "import * as i from '@azure/identity'\nnew i.X()", '@azure/identity X'],
    ['the default', "import axios from 'axios'\naxios.post('x')", 'axios post'],
    ['require', "const { X } = require('@azure/identity')\nnew X()", '@azure/identity X'],
    [
      'a method',
      "const msal = require('@azure/msal-node')\nconst a = new msal.App(c)\na.acquire(r)",
      '@azure/msal-node App, @azure/msal-node App.acquire',
    ],
    [
      'a page',
      "import { test } from '@playwright/test'\ntest('x', async ({ page }) => { await page.goto('y') })",
      '@playwright/test test, @playwright/test *.goto',
    ],
    ['another of that name', "import { X } from './mine'\nnew X()", ''],
  ])('names a package by its import: %s', (_, text, expected) => {
    const calls = stepsOf(javascript, text).filter(it => it.includes('library '));
    expect(calls.map(it => it.replace(/.*library (\S+) (\S+).*/, '$1 $2')).join(', ')).toBe(
      expected,
    );
  });
});
