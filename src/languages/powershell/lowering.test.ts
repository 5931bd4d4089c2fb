//! PowerShell texts, and the steps they become, in short.

import { describe, expect, it } from 'vitest';
import { wholeFile } from '../../domain/region.ts';
import { printedSteps } from '../bash/printed-steps.ts';
import { powershell } from './powershell.ts';

const stepsOf = (text: string): string =>
  printedSteps(powershell.programOf(wholeFile('deploy.ps1', text)).steps).replaceAll('"', '');

describe('commands', () => {
  it.each([
    ['az login -u $u -p "$p" --tenant=$t', 'az login -u *$$u -p $$p --tenant={$$t}'],
    ['Connect-AzAccount –Credential $c', 'Connect-AzAccount -Credential $$c'],
    ['Connect-AzAccount -Identity:$false', 'Connect-AzAccount -Identity+:+False'],
    ['Connect-AzAccount @p', 'Connect-AzAccount *$$p'],
    ['a `\r\n  -b c |\r\n  D', 'a -b c; D'],
    ['A\n  | B', 'A; B'],
    ['A -x b,\n  c', 'A -x [b, c]'],
    ["& 'az' login", 'az login'],
    ['& ./x.ps1 -A b', './x.ps1 -A b'],
    ['.\\x.ps1', './x.ps1'],
    ['. $PSScriptRoot\\lib.ps1', 'source {$PSScriptRoot}/lib.ps1'],
    ['Import-Module ./Lib.psd1 -Force', 'source ./Lib.psd1'],
    ['using module ./Lib', 'source ./Lib'],
    ['Import-Module Az, Lib', 'source Az; source Lib'],
    ['using namespace System', ''],
    ['az --% login -u "a b"', 'az login -u a b'],
    ['pwsh -NoProfile -File x.ps1 -A b', 'x.ps1 -A b'],
    ["pwsh -c 'az login'", 'process (powershell: az login)'],
    ['bash -c "az login"', 'process (bash: az login)'],
    ['cmd /c az login', 'az login'],
    ['Start-Process az -ArgumentList "login -u x" -Wait', 'az ~login -u x'],
    ['iex "az login"', 'powershell: az login'],
    ['"az login" | Invoke-Expression', 'powershell: az login'],
    ['az#x y#z # login', 'az#x y#z'],
    ['Write-Host "##vso[task.x]az"; Write-Host "az"', 'Write-Host ##vso[task.x]az'],
    ['az a && az b', 'az a; maybe (az b)'],
  ])('%j', (text, steps) => {
    expect(stepsOf(text).replaceAll('{module-folder()}', '{$PSScriptRoot}')).toBe(steps);
  });

  it.each([
    'Write-Host "az login"',
    'echo az login; Write-Output "az login" # az login',
    '<# az login #>',
    "$x = 'az login'",
    '"az login"',
    '@"\naz login\n"@ | Out-Null',
    'throw "az login"',
  ])('runs nothing in %j', text => {
    expect(stepsOf(text)).not.toMatch(/(?:^|; )az/);
  });
});

describe('variables', () => {
  it.each([
    ['$Tenant = "a$b"', '$tenant := a{$$b}'],
    ['$env:ARM_TENANT_ID = $t', 'ARM_TENANT_ID := $$t'],
    ["[Environment]::SetEnvironmentVariable('X', $y)", 'X := $$y'],
    ['$p = @{ Tenant = $t; "Identity" = $true }', '$p := {tenant: $$t, identity: True}'],
    ["$p.Add('K', 1)", '$p := with-entries($$p, {k: 1})'],
    ["$p['K'] = 1", '$p := with-entries($$p, {k: 1})'],
    ['$p.K = 1', '$p := with-entries($$p, {k: 1})'],
    ['$p += @{ k = 1 }', '$p := with-entries($$p, {k: 1})'],
    ["$a = @('x'); $a += 'y'", '$a := [x]; $a += [y]'],
    ["$s = 'x'; $s += 'y'", '$s := x; $s += y'],
    ['[string]$x = 1', '$x := 1'],
    ['$x ??= 1', '$x := ($$x or 1)'],
    ['$x = $c ? 1 : 2', '$x := (1|2)'],
    ["$x = '{0}-{1}' -f $a, 'b'", '$x := $$a+-+b'],
    ["$x = @('a') -join ' '", '$x := join( , [a])'],
    ['$x = az show', 'az show; $x := ?<az>'],
    [
      "$c = New-Object PSCredential ('svc', $p)",
      'New-Object PSCredential [svc, $$p]; $c := ?<svc>',
    ],
    ['$d = @{ a = 1 } | ConvertTo-Json', 'ConvertTo-Json; $d := encode-json({a: 1})'],
    ['$d = Join-Path $a "b\\c"', 'Join-Path $$a b\\\\c; $d := $$a+/+b\\\\c'],
    ['function f { $x = 1; $script:y = 2 }', 'define f (local $x := 1; $y := 2)'],
    ['$b = { az login }; & $b', 'define $b (az login); $b'],
  ])('%j', (text, steps) => {
    expect(stepsOf(text)).toBe(steps);
  });
});

describe('structure', () => {
  it.each([
    ['if ($x) { a } elseif ($y) { b } else { c }', 'one of (a | one of (b | c))'],
    ['switch ($x) { "a" { a; break } default { b } }', 'one of (a | b)'],
    ['try { a } catch [X] { b } finally { c }', 'a; maybe (b); c'],
    ['foreach ($i in $l) { a $i }', 'loop $i in *$$l (a *$$i)'],
    ['1..3 | ForEach-Object { a }', 'loop (a)'],
    ['while ($true) { break }', 'loop (leave loop)'],
    ['do { a } while ($x)', 'a; loop (a)'],
    ['It "works" { a }', 'process (a); It works *?<{ a }>'],
    ['return az login', 'az login; leave function'],
    ['class C { [void] M() { a } }', 'define c.m (a)'],
    [
      'function F([switch]$A, $B = 1) { }',
      'define f (local $a := bound-argument($@, 0, !a,b); local $a := ($$a or False); local $b := bound-argument($@, 1, !a,b); local $b := ($$b or 1))',
    ],
    ['"X=1" >> $env:GITHUB_ENV', 'write X=1 >> $GITHUB_ENV'],
    ["'X=1' | Out-File $env:GITHUB_ENV -Append", 'write X=1 >> $GITHUB_ENV'],
    ['Add-Content -Path $env:GITHUB_ENV -Value "X=$y"', 'write X={$$y} >> $GITHUB_ENV'],
  ])('%j', (text, steps) => {
    expect(stepsOf(text)).toBe(steps);
  });

  it.each([
    ['if (1) {', 'not valid PowerShell: `}` is missing'],
    ["a 'b", 'not valid PowerShell: a string without its end'],
    ['a <# b', 'not valid PowerShell: a comment without its end'],
  ])('says what is wrong with %j', (text, message) => {
    expect(powershell.programOf(wholeFile('x.ps1', text)).problems).toMatchObject([{ message }]);
  });

  it('names no secret in what it does not work out', () => {
    const steps = powershell.programOf(
      wholeFile(
        'x.ps1',
        "$s = ConvertTo-SecureString 'hunter2' -AsPlainText; $x = f('hunter2') -bor 1",
      ),
    ).steps;
    const values = steps.flatMap(it => (it.kind === 'assign' ? [it.value] : []));
    expect(printedSteps(steps)).toContain('?<ConvertTo-SecureString>');
    expect(JSON.stringify(values.filter(it => it.kind === 'unknown'))).not.toContain('hunter2');
  });
});
