//! Lines of bash of which everything is known: what they call, and with which words.

import fc from 'fast-check';

/** Variables that the workflow always sets. */
export const NAMES = ['STAGE', 'REGION', 'HOW'] as const;

export interface Surroundings {
  /** Names of contexts that hold a value here: `env.STAGE`. */
  readonly contexts: readonly string[];
  /** Functions and scripts that may be called here. */
  readonly callees: readonly string[];
  /** Positional parameters are known here. */
  readonly hasArguments: boolean;
  /** Here lines may write for later steps. */
  readonly isStep: boolean;
}

export const texts: fc.Arbitrary<string> = fc.constantFrom('prod', 'dev', 'eu-1', '--identity');
const names = fc.constantFrom(...NAMES);
const literals = fc.constantFrom('web', '-g', '--yes', '"two words"', "'a $b'", 'a=b', '""');

const expansions = fc.oneof(
  names.map(name => `"$${name}"`),
  names.map(name => `$${name}`),
  names.map(name => `"\${${name}}-x"`),
  names.map(name => `"\${${name}:-none}"`),
  names.map(name => `"\${${name}^^}"`),
  fc.constantFrom('"$rg"', '"$rg-$STAGE"', '"${more[@]}"', '"${more[0]}"'),
);

function wordsIn({ contexts, hasArguments }: Surroundings): fc.Arbitrary<string> {
  const word = fc.oneof(
    { weight: 3, arbitrary: literals },
    { weight: 3, arbitrary: expansions },
    ...(contexts.length === 0
      ? []
      : [{ weight: 3, arbitrary: fc.constantFrom(...contexts).map(it => `"\${{ ${it} }}"`) }]),
    ...(hasArguments
      ? [{ weight: 2, arbitrary: fc.constantFrom('"$1"', '"$@"', '"${2:-none}"', '"$#"') }]
      : []),
  );
  return fc.array(word, { minLength: 1, maxLength: 3 }).map(all => all.join(' '));
}

const conditions = fc
  .tuple(names, texts)
  .chain(([name, text]) =>
    fc.constantFrom(
      `[ "$${name}" = ${text} ]`,
      `[ "$${name}" != "${text}" ]`,
      `[[ $${name} == ${text} ]]`,
      `[[ "$${name}" == ${text.slice(0, 2)}* ]]`,
      `[ -n "$${name}" ]`,
      `test -z "$${name}"`,
    ),
  );

const assigned = fc.oneof(
  texts,
  names.map(it => `"$${it}"`),
  fc.constant('"$rg:x"'),
);

const assignments = fc.oneof(
  fc.tuple(names, assigned).map(([name, value]) => `export ${name}=${value}`),
  fc.tuple(names, assigned).map(([name, value]) => `${name}=${value}`),
  assigned.map(value => `rg=${value}`),
  assigned.map(value => `more+=(${value})`),
  texts.map(text => `rg+=-${text}`),
);

/** A line that hands something to later steps. */
export const handed = fc.tuple(names, assigned, texts).chain(([name, value, text]) => {
  const bare = value.replaceAll('"', '');
  return fc.constantFrom(
    `echo "${name}=${bare}" >> "$GITHUB_ENV"`,
    `echo ${name}=${text} >> $GITHUB_ENV`,
    `printf '${name}=%s\\n' ${value} >> "$GITHUB_ENV"`,
    `{\necho '${name}<<END'\necho "${bare} more"\necho END\n} >> "$GITHUB_ENV"`,
    `cat >> "$GITHUB_ENV" <<EOF\n${name}=${bare}\nEOF`,
    `echo "${name}=${text}" | tee -a "$GITHUB_ENV" > /dev/null`,
    `echo "$GITHUB_WORKSPACE/tools" >> "$GITHUB_PATH"`,
  );
});

function simple(around: Surroundings): fc.Arbitrary<string> {
  const words = wordsIn(around);
  const { callees, isStep } = around;
  return fc.oneof(
    { weight: 5, arbitrary: words.map(all => `az ${all}`) },
    { weight: 3, arbitrary: assignments },
    ...(isStep ? [{ weight: 3, arbitrary: handed }] : []),
    ...(callees.length === 0
      ? []
      : [
          {
            weight: 4,
            arbitrary: fc.tuple(fc.constantFrom(...callees), words).map(it => it.join(' ')),
          },
        ]),
    { weight: 1, arbitrary: fc.tuple(texts, words).map(([it, all]) => `HOW=${it} az ${all}`) },
  );
}

function compound(around: Surroundings): fc.Arbitrary<string> {
  const list = linesIn(around, 0);
  const words = wordsIn(around);
  return fc.oneof(
    fc.tuple(conditions, list, list).map(([c, a, b]) => `if ${c}; then\n${a}\nelse\n${b}\nfi`),
    fc.tuple(conditions, list).map(([c, a]) => `if ! ${c}; then\n${a}\nfi`),
    fc.tuple(conditions, conditions, words).map(([c, d, w]) => `${c} || ${d} || az neither ${w}`),
    fc
      .tuple(names, list, list)
      .map(([n, a, b]) => `case $${n} in\nprod)\n${a}\n;;\n*)\n${b}\n;;\nesac`),
    list.map(a => `(\n${a}\n)`),
    list.map(a => `(cd "$GITHUB_WORKSPACE/infra"\n${a}\n)`),
    words.map(w => `set -- ${w}\nfor it in "$@"; do az each "$it" "$#"; done`),
    fc.tuple(words, words).map(([w, v]) => `inner() {\naz "$1" ${v}\nreturn\n}\ninner ${w}`),
    fc.tuple(conditions, words).map(([c, w]) => `if ${c}; then az ${w}; exit 0; fi`),
    words.map(w => `bash -c 'az "$1" "$STAGE"' zero ${w}`),
  );
}

export function linesIn(around: Surroundings, depth: number): fc.Arbitrary<string> {
  const one = simple(around);
  const line = depth === 0 ? one : fc.oneof({ weight: 2, arbitrary: one }, compound({ ...around }));
  return fc.array(line, { minLength: 1, maxLength: 3 }).map(all => all.join('\n'));
}
