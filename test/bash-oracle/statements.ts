//! Statements of generated scripts: calls, assignments, conditions, loops, functions, scripts inside scripts.

import fc from 'fast-check';
import {
  ARRAYS,
  ENVIRONMENT,
  exportedWords,
  VARIABLES,
  values,
  wordLists,
  words,
} from './words.ts';

export interface Surroundings {
  /** Functions and scripts that may be called here. */
  readonly callees: readonly string[];
  readonly isInFunction: boolean;
  /** Loops are followed for one turn: what a turn hands to the next is not. */
  readonly isInLoop: boolean;
}

const tools = fc.constantFrom('az', 'az', 'az', 'terraform', 'azd');
const variables = fc.constantFrom(...VARIABLES);
const arrays = fc.constantFrom(...ARRAYS);
const environment = fc.constantFrom(...ENVIRONMENT);

const calls = fc.tuple(tools, wordLists).map(([tool, list]) => `${tool} ${list}`.trimEnd());

const prefixed = fc
  .tuple(environment, values, calls)
  .map(([name, value, call]) => `${name}=${value} ${call}`);

const wrapped = fc.oneof(
  calls.map(call => `${call} \\\n    --last`),
  calls.map(call => `command ${call}`),
  calls.map(call => `env ${call}`),
  calls.map(call => `if ! ${call}; then az undo; fi`),
  calls.map(call => `eval '${call.replaceAll("'", '"').replaceAll('\\\n', '')}'`),
  values.map(value => `bash -c 'az "$1" "$0"' zero ${value}`),
  fc.array(exportedWords, { maxLength: 3 }).map(all => `bash <<'EOF'\naz ${all.join(' ')}\nEOF`),
  fc.constant(`bash -s inner <<'EOF'\naz "$@" "$#"\nEOF`),
  // What the inner script would read once more, as `$rg`, is not followed.
  fc.constantFrom('two', 'a b').map(text => `given='${text}'\nbash <<EOF\naz "$given"\nEOF`),
  words.map(word => `echo ${word} | while read -r line; do az "$line"; done`),
  words.map(word => `az input < <(azd made ${word})`),
  values.map(value => `cat <<< ${value} > /dev/null`),
);

const assignments = (isInFunction: boolean): fc.Arbitrary<string> =>
  fc.oneof(
    fc.tuple(variables, values).map(([name, value]) => `${name}=${value}`),
    fc.tuple(variables, values).map(([name, value]) => `${name}+=${value}`),
    fc.tuple(arrays, wordLists).map(([name, list]) => `${name}=(${list})`),
    fc.tuple(arrays, wordLists).map(([name, list]) => `${name}+=(${list})`),
    fc.tuple(arrays, values).map(([name, value]) => `${name}+=${value}`),
    fc.tuple(arrays, values).map(([name, value]) => `${name}[\${#${name}[@]}]=${value}`),
    fc.tuple(environment, values).map(([name, value]) => `export ${name}=${value}`),
    fc
      .tuple(environment, values)
      .map(([name, value]) => `: "\${${name}:=${value.replaceAll('"', '')}}"`),
    wordLists.map(list => `set -- ${list}`),
    environment.map(name => `export ${name}`),
    environment.map(name => `unset ${name}`),
    variables.map(name => `export ${name}`),
    fc.constantFrom('shift || true', 'unset rg', 'args=()', 'read -r user <<< "$rg"'),
    ...(isInFunction
      ? [
          fc.tuple(variables, values).map(([name, value]) => `local ${name}=${value}`),
          fc.tuple(arrays, wordLists).map(([name, list]) => `local ${name}=(${list})`),
        ]
      : []),
  );

/** Loops that take the arguments apart. */
const parsers = fc
  .tuple(
    fc.constantFrom('', 'set -- -u one -v two\n', 'set -- -v -- -u\n', 'set -- -vu one\n'),
    variables,
    calls,
  )
  .chain(([given, name, call]) =>
    fc.constantFrom(
      `${given}while [ $# -gt 0 ]; do\ncase "$1" in\n-u) ${name}="$2"; shift ;;\n-v) ${call} ;;\n--) shift; break ;;\nesac\nshift\ndone`,
      `${given}until [[ -z "$1" ]]; do\ncase $1 in -u|-vu) ${name}=$1 ;; *) shift; continue ;; esac\n${call}\nshift\ndone`,
      `${given}while :; do\ncase "$1" in\n-?*) ${name}=$1 ;;\n*) break ;;\nesac\nshift\ndone`,
      `${given}for argument in "$@"; do\n[ "$argument" = two ] || ${name}=$argument\ndone`,
      `OPTIND=1\n${given}while getopts ":u:v" option; do\ncase $option in\nu) ${name}=$OPTARG ;;\nv) ${call} ;;\n\\?) az refused ;;\nesac\ndone\nshift $((OPTIND - 1))`,
    ),
  )
  .chain(loop => variables.map(name => `${loop}\naz after "$${name}" "$#" "$@"`));

const conditions = fc.oneof(
  environment.map(name => `[ "$${name}" = prod ]`),
  environment.map(name => `[[ -n "\${${name}:-}" ]]`),
  variables.map(name => `[ -z "$${name}" ]`),
  fc.constantFrom(
    '[ $# -eq 0 ]',
    '[[ $# -gt 0 ]]',
    'az account show',
    '! terraform validate',
    'true',
    'false',
    '[[ "$(azd env)" == out ]]',
  ),
);

const stops = ({ isInFunction, isInLoop }: Surroundings): fc.Arbitrary<string> =>
  fc.constantFrom(
    'exit 1',
    ...(isInFunction ? ['return', 'return 1'] : []),
    ...(isInLoop ? ['break', 'continue'] : []),
  );

export function statements(depth: number, around: Surroundings): fc.Arbitrary<string> {
  const { callees, isInFunction, isInLoop } = around;
  const simple: fc.WeightedArbitrary<string>[] = [
    { weight: 8, arbitrary: calls },
    { weight: 2, arbitrary: prefixed },
    { weight: 3, arbitrary: wrapped },
    ...(isInLoop ? [] : [{ weight: 8, arbitrary: assignments(isInFunction) }]),
    ...(callees.length === 0
      ? []
      : [
          {
            weight: 5,
            arbitrary: fc.tuple(fc.constantFrom(...callees), wordLists).map(it => it.join(' ')),
          },
        ]),
  ];
  if (depth === 0) return fc.oneof(...simple);
  return fc.oneof(...simple, { weight: 12, arbitrary: compounds(depth - 1, around) });
}

/** Statements around lists of `depth`. */
function compounds(depth: number, around: Surroundings): fc.Arbitrary<string> {
  const list = lists(depth, around);
  const inLoop = lists(depth, { ...around, isInLoop: true, callees: [] });
  return fc.oneof(
    ...(around.isInLoop ? [] : [parsers]),
    ...(around.callees.length === 0 ? [] : [outcomes(around, list)]),
    fc.tuple(conditions, list, list).map(([c, a, b]) => `if ${c}; then\n${a}\nelse\n${b}\nfi`),
    fc.tuple(conditions, list).map(([c, a]) => `if ${c}; then\n${a}\nfi`),
    fc
      .tuple(conditions, list, conditions, list)
      .map(([c, a, d, b]) => `if ${c}; then\n${a}\nelif ${d}; then\n${b}\nfi`),
    fc
      .tuple(environment, list, list)
      .map(([n, a, b]) => `case "$${n}" in\n  prod|test)\n${a}\n;;\n  *)\n${b}\n;;\nesac`),
    fc.tuple(environment, list).map(([n, a]) => `case $${n} in dev*)\n${a}\n;; esac`),
    fc
      .tuple(wordLists, inLoop)
      .map(([w, a]) => `for item in ${w} last; do\naz "$item"\n${a}\ndone`),
    inLoop.map(a => `for item; do\naz $item\n${a}\ndone`),
    inLoop.map(a => `while az more; do\n${a}\nbreak\ndone`),
    list.map(a => `(\n${a}\n)`),
    list.map(a => `{\n${a}\n}`),
    list.map(a => `{\n${a}\n} > out.txt`),
    list.map(a => `(cd infra && {\n${a}\n})`),
    fc.tuple(calls, calls, calls).map(([a, b, c]) => `${a} && ${b} || ${c}`),
    fc.tuple(conditions, list).map(([c, a]) => `${c} && {\n${a}\n}`),
    fc.tuple(conditions, stops(around)).map(([c, s]) => `${c} || ${s}`),
    fc
      .tuple(calls, calls, stops(around))
      .map(([a, b, s]) => `${a} && ${b} || { az failed; ${s}; }`),
    fc.tuple(calls, list).map(([c, a]) => `${c} | {\n${a}\n}`),
  );
}

/** What a function or program gives back decides what comes next. */
function outcomes({ callees }: Surroundings, list: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const callee = fc.tuple(fc.constantFrom(...callees), wordLists).map(it => it.join(' ').trimEnd());
  return fc.oneof(
    fc.tuple(callee, list).map(([c, a]) => `if ${c}; then\n${a}\nfi`),
    fc.tuple(callee, list).map(([c, a]) => `if ! ${c}; then\n${a}\nfi`),
    fc.tuple(callee, list).map(([c, a]) => `${c} || {\n${a}\n}`),
    fc.tuple(callee, calls, calls).map(([c, a, b]) => `${c} && ${a} || ${b}`),
    fc.tuple(callee, list).map(([c, a]) => `${c}\n[ $? -eq 0 ] && {\n${a}\n}`),
    fc.tuple(callee, values).map(([c, v]) => `result=$(${c})\naz "$result" ${v}`),
  );
}

export const lists = (depth: number, around: Surroundings): fc.Arbitrary<string> =>
  fc.array(statements(depth, around), { minLength: 1, maxLength: 4 }).map(all => all.join('\n'));
