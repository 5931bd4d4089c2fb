//! Words of generated scripts: quoted and not, with variables, arrays, fallbacks and commands inside.

import fc from 'fast-check';

/** Variables that generated scripts set; child scripts do not see them. */
export const VARIABLES = ['rg', 'user', 'flags'] as const;
export const ARRAYS = ['args', 'names'] as const;
/** Variables of the environment, which may or may not be there. */
export const ENVIRONMENT = ['STAGE', 'REGION', 'TOKEN'] as const;

const literals = fc.constantFrom('web', '--name', '-g', '--yes', 'eu-1', 'a=b', '--tenant=c');

const quotedLiterals = fc.constantFrom(
  '"two words"',
  "'single $rg'",
  '""',
  "''",
  'back\\ slash',
  "$'tab\\tbed'",
  '"a \\"quote\\" \\$rg"',
  'con\\\ntinued',
  '"x\'y"',
  '"keep \\d and \\\\"',
);

const variables = fc.constantFrom(...VARIABLES);
const environment = fc.constantFrom(...ENVIRONMENT);
const arrays = fc.constantFrom(...ARRAYS);

const expansions = fc.oneof(
  variables.map(name => `"$${name}"`),
  variables.map(name => `$${name}`),
  variables.map(name => `"\${${name}}-x"`),
  variables.map(name => `pre-$${name}-post`),
  fc.tuple(variables, environment).map(([a, b]) => `"$${a}:$${b}"`),
  fc.tuple(variables, environment).map(([a, b]) => `\${${a}:-$${b}}`),
  environment.map(name => `"\${${name}:-dev}"`),
  environment.map(name => `$${name}`),
  environment.map(name => `\${${name}:-one two}`),
  environment.map(name => `\${${name}:+--stage "$${name}"}`),
  variables.map(name => `"\${${name}:+given}"`),
  variables.map(name => `"\${${name}//e/E}"`),
  variables.map(name => `"\${${name}^^}"`),
  variables.map(name => `"\${${name}#w}"`),
);

const lists = fc.oneof(
  arrays.map(name => `"\${${name}[@]}"`),
  arrays.map(name => `\${${name}[@]}`),
  arrays.map(name => `"\${${name}[*]}"`),
  arrays.map(name => `"\${${name}[0]}"`),
  arrays.map(name => `\${${name}[@]+"\${${name}[@]}"}`),
  arrays.map(name => `"\${${name}[@]:1}"`),
  fc.constantFrom('"$@"', '$@', '"$*"', '"$1"', '$2', '"${1:-none}"', '"${@:2}"', '$#'),
);

const made = fc.constantFrom(
  '"$(az account show)"',
  '$(az account list -o tsv)',
  '`azd env get`',
  '"$(echo "$rg")"',
  '$(printf "%s-%s" "$user" 1)',
  '$((1 + 2))',
  '{dev,prod}-x',
  'n{1..3}',
);

/** Words that mean the same in a program of its own: arrays and positional parameters stay behind. */
export const exportedWords: fc.Arbitrary<string> = fc.oneof(literals, quotedLiterals, expansions);

export const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: literals },
  { weight: 2, arbitrary: quotedLiterals },
  { weight: 5, arbitrary: expansions },
  { weight: 3, arbitrary: lists },
  { weight: 1, arbitrary: made },
);

export const wordLists: fc.Arbitrary<string> = fc
  .array(words, { maxLength: 4 })
  .map(all => all.join(' '));

/** A right side of `=`: one word, whatever is in it. */
export const values: fc.Arbitrary<string> = fc.oneof(
  literals,
  quotedLiterals,
  expansions.filter(word => !word.includes(' ') || word.startsWith('"')),
  fc.constantFrom('"$*"', '"$1"', '"--user $user -g"', '$(az account show)', '""'),
);
