import { expect, it } from 'vitest';
import { lex } from '../source-code/lex.ts';
import { readerOf } from '../source-code/reader.ts';
import type { Statement } from '../source-code/tree.ts';
import { DIALECT } from './dialect.ts';
import { GRAMMAR } from './grammar.ts';

/** Kinds of statements, with what tells them apart. */
const shown = (statements: readonly Statement[]): string =>
  statements.map(statement => outline(statement)).join('; ');

function outline(it: Statement): string {
  switch (it.kind) {
    case 'import':
      return `import ${it.library} as ${it.names.map(({ local }) => local).join()}`;
    case 'assignment': {
      const names = it.targets.flatMap(target =>
        target.kind === 'list' ? target.items.map(item => item.value) : [target],
      );
      return `${names.map(name => (name.kind === 'name' ? name.name : name.kind)).join()}${it.isBare ? '' : ' :'}= ${it.value.kind}`;
    }
    case 'function':
      return `${it.name}(${it.parameters.map(({ name, type }) => `${name}${type ? ` ${type.kind}` : ''}`).join(', ')}) {${shown(it.body)}}`;
    case 'class':
      return `${it.name} {${shown(it.body)}}`;
    case 'branch':
      return `if ${it.arms.map(arm => `{${shown(arm.body)}}`).join(' ')}`;
    case 'loop':
    case 'block':
      return `${it.kind} {${shown(it.body)}}`;
    case 'expression':
      return it.value.kind;
    case 'try':
    case 'stop':
      return it.kind;
  }
}

it.each([
  ['package a\n\nimport "os/exec"', 'import os/exec as exec'],
  [
    'import (\n\tx "a.b/c"\n\t_ "d"\n\t"e.f/go-g/v2"\n)',
    'import a.b/c as x; import d as ; import e.f/go-g/v2 as g',
  ],
  ['var a, b = 1, 2', 'a := other; b := other'],
  ['var (\n\ta string\n\tb *c.D = e()\n)', 'a := other; b := call'],
  ['const (\n\ta = "x"\n\tb\n)', 'a := string; b := other'],
  ['a, err := f()', 'a,err := call'],
  ['a = f()', 'a= call'],
  ['type a struct {\n\tb string `json:"b"`\n\tc func(int) error\n}\nf()', 'a {}; call'],
  ['func f(a, b string, c ...*d.E) (g, error) { h() }', 'f(a name, b name, c member) {call}'],
  ['func (t *T) f(ctx context.Context) error {\n\treturn g()\n}', 'T {f(ctx member) {stop}}'],
  ['func f[T any](a T) {}', 'f(a name) {}'],
  ['if err := f(); err != nil {\n\tg()\n} else if b {\n\th()\n}', 'err := call; if {call} {call}'],
  ['if a == (T{}) {\n\tf()\n}', 'if {call}'],
  ['for {\n\tf()\n}', 'loop {call}'],
  ['for _, a := range b {\n\tf(a)\n}', 'loop {call}'],
  ['for i := 0; i < 3; i++ {\n\tf()\n}', 'loop {call}'],
  [
    'switch x := y.(type) {\ncase string, int:\n\tf()\ndefault:\n\tg()\n}',
    'block {name; name; if {call} {call}}',
  ],
  ['switch {\ncase a == "b":\n\tf()\n}', 'if {call}'],
  ['select {\ncase <-done:\n\tf()\ncase c := <-d:\n\tg()\n}', 'if {call} {call}'],
  ['go func() {\n\tf()\n}()\ndefer g()', 'call; call'],
  ['a := []string{"x", y}\nb := map[string]string{"c": "d"}', 'a := list; b := object'],
  ['a := &b.C{D: e}', 'a := object'],
])('%s', (text, expected) => {
  const statements = DIALECT.parse(readerOf(text, lex(text, GRAMMAR), GRAMMAR));
  expect(shown(statements)).toBe(expected);
});
