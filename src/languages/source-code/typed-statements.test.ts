import { describe, expect, it } from 'vitest';
import { GRAMMAR as CSHARP } from '../csharp/grammar.ts';
import { GRAMMAR as JAVA } from '../java/grammar.ts';
import { lex } from './lex.ts';
import { type Grammar, readerOf } from './reader.ts';
import type { Code, Statement } from './tree.ts';
import { parseTyped } from './typed-program.ts';

const code = (it: Code): string => {
  switch (it.kind) {
    case 'name':
      return it.name;
    case 'member':
      return `${code(it.of)}.${it.name}`;
    case 'call':
      return `${it.isNew ? 'new ' : ''}${code(it.callee)}(${it.args
        .map(arg => `${arg.name === undefined ? '' : `${arg.name}: `}${code(arg.value)}`)
        .join(', ')})`;
    case 'object':
      return `${it.type ? code(it.type) : ''}{${it.entries.map(entry => `${entry.name}: ${code(entry.value)}`).join(', ')}}`;
    case 'list':
      return `[${it.items.map(item => code(item.value)).join(', ')}]`;
    case 'string':
      return 'text';
    case 'function':
      return `(${it.parameters.map(parameter => parameter.name).join(', ')}) => {${shown(it.body)}}`;
    default:
      return it.kind;
  }
};

const shown = (statements: readonly Statement[]): string => statements.map(statement).join('; ');

function statement(it: Statement): string {
  switch (it.kind) {
    case 'expression':
      return code(it.value);
    case 'assignment':
      return `${it.type ? `${code(it.type)} ` : ''}${it.targets.map(code).join(', ')} ${it.operator} ${code(it.value)}`;
    case 'import':
      return `import ${it.library} ${it.names.map(({ local, name }) => `${local}=${name}`).join(' ')}`;
    case 'function':
      return `${it.name}(${it.parameters.map(({ name }) => name).join(', ')}) {${shown(it.body)}}`;
    case 'class':
      return `class ${it.name} {${shown(it.body)}}`;
    case 'branch':
      return `if ${it.arms.map(arm => `{${shown(arm.body)}}`).join(' ')}`;
    case 'loop':
      return `for ${it.targets.map(code).join()} {${shown(it.body)}}`;
    case 'try':
      return `try {${shown(it.body)}} ${it.catches.map(body => `{${shown(body)}}`).join(' ')} {${shown(it.last)}}`;
    case 'block':
      return `{${shown(it.body)}}`;
    case 'stop':
      return `${it.word}${it.value ? ` ${code(it.value)}` : ''}`;
  }
}

const read = (text: string, grammar: Grammar): string =>
  shown(parseTyped(readerOf(text, lex(text, grammar), grammar)));

describe('C#', () => {
  it.each([
    ['using System;', 'import System *=*'],
    ['global using A.B;\nusing X = A.B.C;', 'import A.B *=*; import A.B X=C'],
    ['using static A.B;', 'import A B=B'],
    ['namespace A.B { class C { } }', 'class C {}'],
    ['namespace A.B;\nclass C { int a = f(); }', 'class C {int a = f()}'],
    [
      '[Attribute(typeof(X))]\npublic sealed class A : B, IC { private readonly D _d; }',
      'class A {D _d = other}',
    ],
    ['record A(string User);', 'class A {string User = other}'],
    ['enum E { A = 1, B }', 'class E {}'],
    ['class A { public A(int x) : base(x) { f(); } }', 'class A {constructor(x) {other; f()}}'],
    ['class A { B C => new D(); }', 'class A {C() {return new D()}}'],
    ['class A { B C { get; set; } = new D(); }', 'class A {B C = new D()}'],
    ['class A { B C { get { return f(); } } }', 'class A {C() {return f()}}'],
    [
      'class A { public static async Task<List<B>> C<T>(this D d, E? e = null) where T : F { await g(); } }',
      'class A {C(d, e) {g()}}',
    ],
    ['A a = new("x", b: c);', 'A a = new A(text, b: c)'],
    ['var a = new A { B = c, D = { E = f } };', 'a = A{B: c, D: {E: f}}'],
    ['var a = new A(b) { C = d };', 'a = new A(b){C: d}'],
    ['var a = new[] { "x" }, b = new string[] { "y" };', 'a = [text]; b = [text]'],
    ['Dictionary<string, int[]> a = b;', 'Dictionary a = b'],
    ['a.B = c; d += e;', 'a.B = c; d += e'],
    ['using var a = f(); using (var b = g()) { h(); }', 'a = f(); b = g(); {h()}'],
    ['await foreach (var a in b) { c(); }', 'for a {c()}'],
    ['lock (a) { b(); }', 'a; {b()}'],
    ['try { a(); } catch (E e) when (b) { c(); } finally { d(); }', 'try {a()} {c()} {d()}'],
    ['switch (a) { case 1: b(); break; default: c(); break; }', 'if {b()} {c()}'],
    ['if (a is B b) c(); else d();', 'if {c()} {d()}'],
    [
      'x.Where(a => a.B).Select((c, d) => { e(); });',
      'x.Where((a) => {return a.B}).Select((c, d) => {e()})',
    ],
    ['yield return f();', 'f()'],
    ['int F(int a) => g(a);', 'F(a) {return g(a)}'],
    ['A(b); c < d;', 'A(b); operation'],
  ])('%s', (text, expected) => {
    expect(read(text, CSHARP)).toBe(expected);
  });
});

describe('Java', () => {
  it.each([
    ['package a.b;\nimport c.D;\nimport e.*;', 'import c D=D; import e *=*'],
    ['import static a.B.c;', 'import a c=B.c'],
    [
      '@A(b = "c")\npublic final class D<T extends E> extends F implements G, H { @I private J k = new J(); }',
      'class D {J k = new J()}',
    ],
    ['class A { A(B b) throws C { d(); } }', 'class A {constructor(b) {d()}}'],
    [
      'class A { public static <T> List<T> b(final C c, D... d) throws E { return f(); } }',
      'class A {b(c, d) {return f()}}',
    ],
    ['enum A { B("x") { void c() {} }, D; E e() { return f(); } }', 'class A {e() {return f()}}'],
    ['class A { static { b(); } }', 'class A {{b()}}'],
    ['final var a = new A[] { b };', 'a = [b]'],
    ['String[] a = {"x"}, b[] = c;', 'String a = [text]; String b = c'],
    [
      'try (A a = b(); C c = d()) { e(); } catch (F | G f) { h(); }',
      'try {A a = b(); C c = d(); e()} {h()} {}',
    ],
    ['for (A a : b) { c(); }', 'for a {c()}'],
    ['for (int i = 0; i < 3; i++) a();', 'for  {a()}'],
    ['synchronized (a) { b(); }', 'a; {b()}'],
    ['switch (a) { case B, C -> d(); default -> e(); }', 'if {d()} {e()}'],
    ['a.b(c -> d(c), E::f);', 'a.b((c) => {return d(c)}, E.f)'],
    ['((A) b).c();', 'b.c()'],
    ['new A().b(c).d();', 'new A().b(c).d()'],
  ])('%s', (text, expected) => {
    expect(read(text, JAVA)).toBe(expected);
  });
});
