import { expect, it } from 'vitest';
import { wholeFile } from '../../domain/region.ts';
import { bash } from './bash.ts';
import { printedSteps } from './printed-steps.ts';

const stepsOf = (script: string): string =>
  printedSteps(bash.programOf(wholeFile('deploy.sh', script)).steps);

it.each([
  ['az login || true', 'az login'],
  ['az account show || az login', 'az account show; maybe (az login)'],
  ['a && b && c', 'a; maybe (b; maybe (c))'],
  ['a && b || c', 'a; maybe (b); maybe (c)'],
  ['a && b || exit 1', 'a; b; maybe (leave program)'],
  ['a && b || { echo no; exit 1; }; c', 'a; b; maybe (echo no; leave program); c'],
  ['! a', 'a'],
  ['a &', 'process (a)'],
  ['a | b', 'process (a); process (b)'],
  ['echo "$P" | az login --password-stdin', 'process (az login --password-stdin < "{$P}\\n")'],
  ['echo $(az show) | az x', 'process (process (az show); az x < "{output(az show)}\\n")'],
  ['a | while read -r x; do b $x; done', 'process (a); process (x := ?<x>; loop (b ~$x))'],
  ['( cd x; a )', 'process (OLDPWD := $PWD; go to x; a)'],
  ['{ a; b; }', 'a; b'],
  ['coproc a', 'process (a)'],
  ['time a', 'a'],
])('reads the list %j', (script, steps) => {
  expect(stepsOf(script)).toBe(steps);
});

it.each([
  ['if ! az login; then exit 1; fi', 'az login; maybe (leave program)'],
  ['if a; then b; elif c; then d; else e; fi', 'a; one of (b | c; one of (d | e))'],
  ['if a; then b; elif c; then d; fi', 'a; one of (b | c; maybe (d))'],
  ['if [ -n "$x" ]; then a; else b; fi', 'one of (a | b)'],
  ['case $x in dev) a;; test|prod) b;; esac', 'maybe (a | b)'],
  ['case $x in dev) a;; (*) b;; esac', 'one of (a | b)'],
  ['case $x in dev) a;& test) b;; prod) c;;& *) d; esac', 'one of (a; b | b | c; maybe (d) | d)'],
  ['case $(az x) in *) a;; esac', 'process (az x); one of (a)'],
  ['for e in {dev,test} $L "${A[@]}"; do a $e; done', 'loop e in dev test ~$L *$A (a ~$e)'],
  ['for x; do a; done', 'loop x in *$@ (a)'],
  ['for ((i=0; i<3; i++)); do a; done', 'i := ?<for ((i=0; i<3; i++)); do a; done>; loop (a)'],
  ['until az login; do sleep 5; done', 'az login; loop (sleep 5)'],
  ['while a; do b; break; done', 'a; loop (b; leave loop)'],
  ['while read -r l; do a; done < <(az list)', 'process (az list); l := ?<l>; loop (a)'],
  ['select x in a b; do c; continue; done', 'loop x in a b (c; leave round)'],
  ['f() { a; return 1; }; function g { b; }', 'define f (a; leave function); define g (b)'],
  ['[[ $(az x) == "$(az y)" ]]', 'process (az x); process (az y)'],
  ["trap 'az logout' EXIT; a; trap - EXIT", 'a; maybe (bash: "az logout")'],
])('reads the compound %j', (script, steps) => {
  expect(stepsOf(script)).toBe(steps);
});

it.each([
  ["bash -c 'az login'", 'process (@ := []; bash: "az login")'],
  ['bash -euo pipefail -c "az $x" _ a b', 'process (bash: "az {$x}")'],
  ['X=1 sh -c \'az "$1"\' _ a', 'process X=1 (@ := [a]; bash: "az \\"$1\\"")'],
  ['sudo -E /bin/bash <<-EOF\n\taz login -u $x\n\tEOF', 'process (bash: "az login -u {$x}\\n")'],
  ['bash deploy.sh a', 'bash deploy.sh a'],
  ['bash -s a < deploy.sh', 'run deploy.sh a'],
  ["echo 'az login' | bash", 'process (process (@ := []; bash: "az login\\n"))'],
  [
    "su - deploy -c 'az login'",
    'process HOME=/home/deploy AZURE_CONFIG_DIR="" AZD_CONFIG_DIR="" (process (bash: "az login"))',
  ],
  ["ssh -i key u@h 'az login'", 'machine (process (bash: "az login"))'],
  ['ssh u@h az login', 'machine (az login)'],
  ["ssh u@h 'bash -s' <<'EOF'\naz login\nEOF", 'machine (process (bash: "az login\\n"))'],
  [
    "kubectl exec web -- bash -c 'az login'",
    'kubectl exec web -- bash -c "az login"; machine (process (@ := []; bash: "az login"))',
  ],
  ['python - <<EOF\nlogin()\nEOF', 'process (python: "login()\\n")'],
  ["python3 -u -c 'login()' a", 'process (python: "login()")'],
  ['python3 deploy.py -c x', 'python3 deploy.py -c x'],
  ["node -e 'login()'", 'process (javascript: "login()")'],
  [
    "pwsh -NoProfile -Command 'Connect-AzAccount; Get-AzVM'",
    'process (powershell: "Connect-AzAccount; Get-AzVM")',
  ],
  ['pwsh -File deploy.ps1', 'pwsh -File deploy.ps1'],
  ["pwsh <<'EOF'\nConnect-AzAccount\nEOF", 'process (powershell: "Connect-AzAccount\\n")'],
  ['eval "az login $x"; eval az $y', 'bash: "az login {$x}"; bash: "az {$y}"'],
])('reads the program in %j', (script, steps) => {
  expect(stepsOf(script)).toBe(steps);
});
