import { expect, it } from 'vitest';
import { wholeFile } from '../../domain/region.ts';
import { bash } from './bash.ts';
import { printedSteps } from './printed-steps.ts';

const stepsOf = (script: string): string =>
  printedSteps(bash.programOf(wholeFile('deploy.sh', script)).steps);

it.each([
  ['az login -u "$USER" -p $PASS', 'az login -u $USER -p ~$PASS'],
  ['az login \\\n  --tenant contoso \\\n  -p b', 'az login --tenant contoso -p b'],
  ['X=1 Y=$z terraform plan', 'X=1 Y=$z terraform plan'],
  ['"az" log\'in\'', 'az login'],
  ['az login; # az login -u a', 'az login'],
  ["echo 'az login -u a'", 'echo "az login -u a"'],
  ['cat <<EOF\naz login -u a\nEOF', 'cat < "az login -u a\\n"'],
  [
    'az deployment create <<< "$(az account show)"',
    'process (az account show); az deployment create < output(az account show)',
  ],
  ['command az login', 'az login'],
  ['command -v az', ''],
  ['exec az login', 'az login; leave program'],
  ['exec 3> log', ''],
  ['true && [ -n "$(az account show)" ]', 'maybe (process (az account show))'],
  ["alias az='az --debug'", ''],
])('reads the command %j', (script, steps) => {
  expect(stepsOf(script)).toBe(steps);
});

it.each([
  ['a=1 b=$c d="x $e"', 'a := 1; b := $c; d := "x {$e}"'],
  ['flags+=" -u $u"', 'flags += " -u {$u}"'],
  ['a=(x "y z" $q "${r[@]}"); a+=(w)', 'a := [x, "y z", ~$q, *$r]; a += [w]'],
  ['a[${#a[@]}]=w', 'a += [w]'],
  ['a[3]=w', 'a := ?<a[3]=w>'],
  [
    'declare -A m=([dev]=1 [prod]=$x); m[test]=2',
    'm := {dev: 1, prod: $x}; m := merge($m, {test: 2})',
  ],
  ['export A=b "C=d $e" E', 'A := b; C := "d {$e}"; own E := ""'],
  ['set -a; X=1; set +o allexport', 'exports all := true; X := 1; exports all := ""'],
  ['export "$k=$v"', 'export "{$k}={$v}"'],
  ['f() { local x=1 y; declare z=2; }', 'define f (local x := 1; local y := ""; local z := 2)'],
  ['declare -a l; declare -i n=1+1; readonly r=2', 'l := []; n := ?<n=1+1>; r := 2'],
  ['unset X', 'X := ""; own X := true'],
  [': "${x:=y}"', 'x ?= y'],
  ['x=${y:=z}', 'y ?= z; x := ($y or z)'],
  ['read -r -p "Name: " x', 'x := ?<x>'],
  ['read -r z <<< "$q"', 'z := $q'],
  ['mapfile -t L < <(az account list)', 'process (az account list); L := ?<L>'],
  [
    'set -euo pipefail; set -- a $b; shift; shift 2',
    '@ := [a, ~$b]; @ := slice($@, 1); @ := slice($@, 2)',
  ],
  ['(( i++, j = 2 ))', 'i := ?<(( i++, j = 2 ))>; j := ?<(( i++, j = 2 ))>'],
  ['printf -v X \'%s-%s\' a "$b"', 'X := "a-{$b}"'],
])('reads the assignment %j', (script, steps) => {
  expect(stepsOf(script)).toBe(steps);
});

it.each([
  ['echo "A=$a" >> "$GITHUB_ENV"', 'write "A={$a}\\n" >> $GITHUB_ENV'],
  ["echo -e 'A=1\\nB=2' >> $F", 'write "A=1\\nB=2\\n" >> $F'],
  ['echo -n a > f', 'write a > f'],
  ['printf \'%s=%s\\n\' A "$b" >> f', 'write "A={$b}\\n" >> f'],
  ["printf '%05d' 3 > f", "write ?<'%05d' 3> > f"],
  ['cat > run.sh <<EOF\naz login -u $x\nEOF', 'write "az login -u {$x}\\n" > run.sh'],
  [
    "cat <<'EOF' | sudo tee -a run.sh > /dev/null\naz $x\nEOF",
    'process (write "az $x\\n" >> run.sh)',
  ],
  ['{ echo A=1; echo "B=$b"; } >> f', 'write "A=1\\nB={$b}\\n" >> f'],
  ['{ echo A=1; az login; echo B; } > f', 'write "A=1\\n" > f; az login; write "B\\n" >> f'],
  ["echo 'a' > x.sh; echo 'b' >> x.sh", 'write "a\\nb\\n" > x.sh'],
  ['echo hi > /dev/null; echo hi >&2', 'echo hi; echo hi'],
])('reads what is written by %j', (script, steps) => {
  expect(stepsOf(script)).toBe(steps);
});

it.each([
  ['cd infra; cd; cd -', 'OLDPWD := $PWD; go to infra; OLDPWD := $PWD; go to $HOME; go to $OLDPWD'],
  [
    'pushd a; pushd b; popd; popd',
    'DIRSTACK.0 := $PWD; go to a; DIRSTACK.1 := $PWD; go to b; go to $DIRSTACK.1; go to $DIRSTACK.0',
  ],
  ['cd "$(dirname "$0")/.."', 'OLDPWD := $PWD; go to "{/+module-folder()}/.."'],
  [
    'D="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../lib" &> /dev/null && pwd -P)"',
    'D := /+module-folder()+/../lib',
  ],
  ['. "${BASH_SOURCE%/*}/lib.sh"', 'source "{/+module-folder()}/lib.sh"'],
  ['source ./lib.sh a "$b"', 'source ./lib.sh a $b'],
  ['x=$(pwd) y=$(git rev-parse --show-toplevel)', 'x := $PWD; y := /'],
])('follows the folders of %j', (script, steps) => {
  expect(stepsOf(script)).toBe(steps);
});
