import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeFile } from '../../domain/region.ts';
import { printedSteps } from '../bash/printed-steps.ts';
import { batch } from './batch.ts';

const read = (text: string) => batch.programOf(wholeFile('deploy.bat', text)).steps;

const NOWHERE = { path: '', start: 0, end: 0 };

describe('steps of batch files', () => {
  it.each([
    ['az login -u "a b" -p %1', 'az login -u "a b" -p ~$1'],
    ['@call az login ^\r\n  -u x', 'az login -u x'],
    ['az a > nul 2>&1 & az b>>log', 'az a; az b'],
    ['set X=1\nset x=%x%2', 'X := 1; X := "{$X}2"'],
    ['set "X=a b" & az %X%', 'X := "a b"; az ~$X'],
    ['set /p PASS=Password: ', 'PASS := ?<set /p PASS>'],
    ['echo az login\necho. & rem az login\n:: az login', ''],
    ['echo ##vso[task.x]az login %y%', 'echo "##vso[task.x]az login {$y}"'],
    ['echo az login> x.bat', 'write "az login"+"\\n" > x.bat'],
    ['echo 100%% !x!', ''],
    ['setlocal EnableDelayedExpansion\naz !X! "!X!"', 'az ~$X $X'],
    ['az "!X!"', 'az !X!'],
    ['for %%i in (a b) do az %%i', 'loop %i in a b (az ~$%i)'],
    ["for /f %%i in ('az show') do (az %%i)", 'process (batch: "az show"); loop %i in  (az ~$%i)'],
    ['if "%1"=="a" (az x) else az y', 'one of (az x | az y)'],
    ['if not exist x (\n  az y\n)\naz z', 'one of (az y | ); az z'],
    ['az a && az b || exit /b 1', 'az a; maybe (az b); maybe (leave function)'],
    ['az a | az b', 'process (az a); process (az b)'],
    ['goto end\naz a\n:end\naz b', 'az b'],
    ['if x==y goto end\naz a\n:end\naz b', 'one of ( | az a); az b'],
    [
      'az a\n:again\naz b\ngoto again',
      'define :again (az b; :again; leave function); az a; az b; :again; leave function',
    ],
    ['call :sub 1\nexit /b\n:sub\naz %1', 'define :sub (az ~$1); :sub 1; leave function'],
    ['call lib\\login.bat x', 'source "lib\\\\login.bat" x'],
    ['cmd /c "az login & az show"', 'process (batch: "az login & az show")'],
    ['powershell -NoProfile -Command "& { Get-AzVM }"', 'process (powershell: "& { Get-AzVM }")'],
    ['powershell -File x.ps1 -Name a', 'powershell -File x.ps1 -Name a'],
    ['start "t" /wait az login', 'az login'],
    ['cd /d "%~dp0" & cd..\\x', 'go to module-folder()+/; go to "..\\\\x"'],
    ['pushd a\npopd', '%folders.0 := $PWD; go to a; go to $%folders.0'],
    ['cd C:\\x', 'go to ?<a drive>'],
    ['( az a\n) > log', 'az a'],
  ])('%s', (text, steps) => {
    expect(printedSteps(read(text))).toBe(steps);
  });

  it('gives each command its place', () => {
    const text = 'set X=1\r\ncall az login ^\r\n  -u x\r\n';
    const [, login] = read(text);
    expect(text.slice(login?.at.start, login?.at.end)).toBe('az login ^\r\n  -u x');
  });

  it.each(['az a 2>&', "for /f %%i in ('az a ^", 'for %%i in (a "b'])('stays inside `%s`', text => {
    const { start, end } = batch.programOf(wholeFile('a.bat', text)).steps.at(-1)?.at ?? NOWHERE;
    expect([0 <= start, start <= end, end <= text.length]).toEqual([true, true, true]);
  });

  it('reads whatever there is', () => {
    const pieces = [
      'if ',
      'not ',
      '"',
      '(',
      ')',
      '%',
      '%x%',
      '!',
      '^',
      '\n',
      '&&',
      '|',
      'for ',
      '%%i ',
      'in ',
      'do ',
      'goto a',
      ':a',
      'call :a',
      ' else ',
      'set x=',
      '>',
      '/f ',
      'az ',
    ];
    const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(it => it.join(''));
    fc.assert(fc.property(odd, text => void read(text)));
  });

  it('takes no more time than the text is long', () => {
    const many = Array.from({ length: 3_000 }, (_, it) => `if x==${it} goto l${it}\naz a\n:l${it}`);
    expect(read(many.join('\n')).length).toBeGreaterThan(0);
    expect(read('('.repeat(50_000)).length).toBeLessThan(2);
  });
});
