import { expect, it } from 'vitest';
import { wholeFile } from '../../domain/region.ts';
import { bash } from './bash.ts';
import { printedSteps } from './printed-steps.ts';

const stepsOf = (script: string): string =>
  printedSteps(bash.programOf(wholeFile('deploy.sh', script)).steps);

it.each([
  ["'a b'", '"a b"'],
  ['a\\ b', '"a b"'],
  ["$'a\\tb\\x41\\u00e9'", '"a\\tbAé"'],
  ['"a\\"b\\\\c\\d\\$e"', '"a\\"b\\\\c\\\\d$e"'],
  ['"a\\\nb"', 'ab'],
  ['$"text"', 'text'],
  ['""', '""'],
  ['q"$x"\'y\'', '"q{$x}y"'],
  ['~/x', '"{$HOME}/x"'],
  ['"~/x"', '"~/x"'],
  ['*.sh', '*.sh'],
  ['{dev,test}-rg', 'dev-rg test-rg'],
  ['x{1..3}', 'x1 x2 x3'],
  ['{a,"b"}', '"{a,\\"b\\"}"'],
])('reads the word %s', (word, expressions) => {
  expect(stepsOf(`az ${word}`)).toBe(`az ${expressions}`);
});

it.each([
  ['$x', '~$x'],
  ['"$x"', '$x'],
  ['"${x}y"', '"{$x}y"'],
  ['pre-$x"$y"', 'pre-+~$x+$y'],
  ['$1 "${10}"', '~$1 $10'],
  ['"$@" $@ "$*"', '*$@ ~*$@ join(" ", $@)'],
  ['"x${a[@]}y"', 'x+*$a+y'],
  ['"${a[*]}" "${a[0]}"', 'join(" ", $a) $a.0'],
  ['"${a[$i]}"', '?<${a[$i]}>'],
  ['"${@:2}" "${a[@]:1}"', '*slice($@, 1) *slice($a, 1)'],
  ['$# $? ${#x} "$$" "${!x}"', 'count($@) ~?<$?> ?<${#x}> ?<$$> ?<${!x}>'],
  ['$((1 + 2))', '?<$((1 + 2))>'],
])('reads the parameters in %s', (word, expressions) => {
  expect(stepsOf(`az ${word}`)).toBe(`az ${expressions}`);
});

it.each([
  ['"${x:-y}" ${x-$z}', '($x or y) ~($x or $z)'],
  ['"${x:-"a $z"}"', '($x or "a {$z}")'],
  ['"${x:-a\\"b}"', '($x or "a\\"b")'],
  ['"${x:+y}"', '(y|"")'],
  ['${x:+--tenant "$x"}', '*([--tenant, $x]|[])'],
  ['${a[@]+"${a[@]}"} "${a[@]+"${a[@]}"}"', '*$a *$a'],
  ['"${x:?missing}"', '$x'],
  ['"${x//a/b}" "${x/a/b}" "${x//a*/b}"', 'replace($x, a, b) ?<${x/a/b}> ?<${x//a*/b}>'],
  ['"${x,,}" "${x^^}" "${x^}"', 'lower($x) upper($x) ?<${x^}>'],
  ['"${x#*.}" "${x:1:2}"', '?<${x#*.}> ?<${x:1:2}>'],
])('reads the operators in %s', (word, expressions) => {
  expect(stepsOf(`az ${word}`)).toBe(`az ${expressions}`);
});

it.each([
  ['"$(az account show)"', 'output(az account show)'],
  ['$(cat x)', '~output(cat x)'],
  ['`az \\`az show $x\\``', '~output(az ~output(az show ~$x))'],
  ['"`echo \\"a b\\"`"', '"a b"'],
  ['"$(echo "$y")"', '$y'],
  ['"$(printf \'%s\' a)"', 'a'],
  ['"$(cat <<EOF\nhi $q\nEOF\n)"', '"hi {$q}"'],
  ['<(az account list)', 'output(az account list)'],
])('reads the substitution %s', (word, expressions) => {
  expect(stepsOf(`az ${word}`)).toBe(`az ${expressions}`);
});

it('knows an array that is indexed by words from one that is indexed by numbers', () => {
  expect(stepsOf('declare -A m; az "${m[dev]}" "${a[dev]}"')).toBe(
    'm := {}; az $m.dev ?<${a[dev]}>',
  );
});

it.each([
  ['cat <<-EOF\n\t\ta $x\n\tb\n\tEOF', 'cat < "a {$x}\\nb\\n"'],
  ['cat <<-"EOF"\n\ta $x\n\tEOF', 'cat < "a $x\\n"'],
  ['cat <<EOF\na \\$x "q" \\\nb\nEOF', 'cat < "a $x \\"q\\" b\\n"'],
  ["cat <<'EOF'\na \\$x\nEOF", 'cat < "a \\\\$x\\n"'],
])('reads the here-document of %j', (script, steps) => {
  expect(stepsOf(script)).toBe(steps);
});
