//! Little roots of Terraform for tests: where their variables get values from, and questions about them.

import fc from 'fast-check';

export interface Root {
  /** By path. */
  readonly files: ReadonlyMap<string, string>;
  readonly environment: ReadonlyMap<string, string>;
  /** Of the command line. */
  readonly flags: readonly string[];
  /** Expressions that are true or false. */
  readonly questions: readonly string[];
}

const words = fc.constantFrom('a', 'b', 'ab', '');
const truths = fc.constantFrom('true', 'false');

/** Texts and questions, as deep as people write them. */
const { text, question } = fc.letrec<{ text: string; question: string }>(tie => ({
  text: fc.oneof(
    { depthSize: 'small' },
    words.map(it => JSON.stringify(it)),
    fc.constantFrom('var.name', 'var.place', 'local.joined'),
    fc.tuple(tie('question'), tie('text'), tie('text')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    tie('text').map(it => `lower(${it})`),
    tie('text').map(it => `"\${${it}}b"`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `format("%s%s", ${a}, ${b})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `join("", [${a}, ${b}])`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `lookup({ a = ${a}, b = "b" }, ${b}, "c")`),
    tie('text').map(it => `replace(${it}, "a", "b")`),
    tie('text').map(it => `merge({ x = "a" }, { x = ${it} }).x`),
  ),
  question: fc.oneof(
    { depthSize: 'small' },
    truths,
    fc.constantFrom('var.is_on', 'local.is_here'),
    fc
      .tuple(tie('text'), fc.constantFrom('==', '!='), tie('text'))
      .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    tie('question').map(it => `!${it}`),
    fc
      .tuple(tie('question'), fc.constantFrom('&&', '||'), tie('question'))
      .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `contains([${a}, "b"], ${b})`),
    fc
      .tuple(fc.constantFrom('startswith', 'endswith'), tie('text'), tie('text'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc.tuple(tie('question'), tie('text')).map(([a, b]) => `(length(${a} ? [${b}] : []) > 0)`),
    fc
      .tuple(tie('question'), tie('question'), tie('question'))
      .map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  ),
}));

const rarely = (value: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary: value, weight: 1 });

/** What one place says of the variables: most say little, so that each place decides now and then. */
const values = fc.record({ name: rarely(words), place: rarely(words), is_on: rarely(truths) });

interface Values {
  readonly name: string | undefined;
  readonly place: string | undefined;
  readonly is_on: string | undefined;
}

const given = (all: Values): readonly (readonly [string, string])[] =>
  Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));

const asHcl = (all: Values | undefined): string =>
  (all ? given(all) : [])
    .map(([name, value]) => `${name} = ${name === 'is_on' ? value : JSON.stringify(value)}\n`)
    .join('');

const asFlags = (all: Values): readonly string[] =>
  given(all).map(([name, value]) => `-var=${name}=${value}`);

/** Which of all those that were given they hold. */
const OF_VALUES = [
  'var.is_on',
  ...['a', 'b', 'ab'].flatMap(it => [`var.name == "${it}"`, `var.place == "${it}"`]),
];

const FILES = ['terraform.tfvars', 'a.auto.tfvars', 'b.auto.tfvars'] as const;

export const roots: fc.Arbitrary<Root> = fc
  .record({
    environment: values,
    own: fc.tuple(values, values, values),
    json: values,
    named: values,
    given: values,
    isFileLast: fc.boolean(),
    isByVariable: fc.boolean(),
    joined: text,
    isHere: question,
    questions: fc.array(question, { minLength: 8, maxLength: 8 }),
  })
  .map(it => {
    const file = ['-var-file=named.tfvars'];
    const line = it.isFileLast ? [...asFlags(it.given), ...file] : [...file, ...asFlags(it.given)];
    const inVariable: readonly string[] = it.isByVariable ? line : [];
    return {
      files: new Map([
        ['variables.tf', VARIABLES],
        ['locals.tf', localsOf(it.joined, it.isHere)],
        ...FILES.map((path, index) => [path, asHcl(it.own[index])] as const),
        ['c.auto.tfvars.json', JSON.stringify(Object.fromEntries(given(it.json)))],
        ['named.tfvars', asHcl(it.named)],
      ]),
      environment: new Map([
        ...given(it.environment).map(([name, value]) => [`TF_VAR_${name}`, value] as const),
        ...(inVariable.length > 0 ? [['TF_CLI_ARGS', inVariable.join(' ')] as const] : []),
      ]),
      flags: it.isByVariable ? [] : line,
      questions: [...OF_VALUES, ...it.questions],
    };
  });

const VARIABLES = `variable "name" {
  default = "a"
}

variable "place" {
  type    = string
  default = "b"
}

variable "is_on" {
  type    = bool
  default = false
}
`;

/** A local that needs itself is refused. */
const localsOf = (joined: string, isHere: string): string => `locals {
  joined  = ${joined.replaceAll('local.joined', 'var.name').replaceAll('local.is_here', 'var.is_on')}
  is_here = ${isHere.replaceAll('local.is_here', 'var.is_on')}
}
`;
