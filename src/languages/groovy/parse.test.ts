//! Groovy as pipelines are written in it: what is called with what, and where it stands.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGroovy } from './parse.ts';
import { shownAll } from './shown.test-data.ts';
import { type GroovyExpression, type GroovyString, partsOf } from './tree.ts';

const read = (text: string): string => shownAll(parseGroovy('Jenkinsfile', text).statements);

describe('calls', () => {
  it.each([
    ["sh 'ls'", 'sh("ls")'],
    ['sh("ls")', 'sh("ls")'],
    ["sh script: 'ls', returnStdout: true", 'sh(script: "ls", returnStdout: true)'],
    ["sh(\n  script: 'ls',\n  label: 'x'\n)", 'sh(script: "ls", label: "x")'],
    ["bat label: '', script: 'a ' + b + ' c'", 'bat(label: "", script: "a " + b + " c")'],
    ["stage('x') { sh 'ls' }", 'stage("x", {-> sh("ls")})'],
    ["stage('x')\n{\n  sh 'ls'\n}", 'stage("x", {-> sh("ls")})'],
    ["stage 'x'\nsh 'ls'", 'stage("x"); sh("ls")'],
    ['node { checkout scm }', 'node({-> checkout(scm)})'],
    ['parallel a: { x() }, b: { y() }', 'parallel(a: {-> x()}, b: {-> y()})'],
    ["docker.image('x').inside { sh 'ls' }", 'docker.image("x").inside({-> sh("ls")})'],
    ["docker.build 'x'", 'docker.build("x")'],
    ["['a', 'b'].each { name -> sh name }", '["a", "b"].each({name -> sh(name)})'],
    ["sh(script: 'a').trim()", 'sh(script: "a").trim()'],
    ["x\n  .y()\n  .z('a')", 'x.y().z("a")'],
    [
      "withCredentials([string(variable: 'X')]) { a() }",
      'withCredentials([string(variable: "X")], {-> a()})',
    ],
    ["a b: [c: 'd', 'e': 1], (f): 2", 'a(b: [c: "d", e: 1], 2)'],
    ['agent any', 'agent(any)'],
    ['a(); b()', 'a(); b()'],
    ["new Foo('x').run()", '?(Foo("x").run())'],
    ["this.steps.sh 'ls'", 'this.steps.sh("ls")'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('statements', () => {
  it.each([
    ["def x = 'a'", 'def x = "a"'],
    ["String x = 'a'", 'def x = "a"'],
    ['Map<String, List<Integer>> x = [:]', 'def x = []'],
    ["env.X = 'a'", 'env.X = "a"'],
    ["env['X'] = 'a'", 'env.X = "a"'],
    ["x += 'a'", 'x += "a"'],
    ['def x', 'def x'],
    ["def x = sh script: 'a', returnStdout: true", 'def x = sh(script: "a", returnStdout: true)'],
    ["def f(a, String b = 'x') { sh a }", 'fn f(a, b="x") { sh(a) }'],
    ['private static void f(Map<String, String> a, b) {}', 'fn f(a, b) {  }'],
    ["@NonCPS\ndef f() { return 'a' }", 'fn f() { return "a" }'],
    ["@Library('x') _\nimport a.b.C\nsh 'ls'", 'sh("ls")'],
    [
      "if (a == 'b') { x() } else if (c) y() else { z() }",
      'if a == "b" { x() } else { if c { y() } else { z() } }',
    ],
    ['if (!a)\n  x()\nelse\n  y()', 'if ?(a) { x() } else { y() }'],
    ['for (x in xs) { f(x) }', 'for x in xs { f(x) }'],
    ['for (String x : xs) { f(x) }', 'for x in xs { f(x) }'],
    ['for (int i = 0; i < 3; i++) { f(i) }', 'for _ in ?() { f(i) }'],
    ['while (a(b)) { c() }', 'for _ in a(b) { c() }'],
    [
      'try { a() } catch (Exception e) { b() } finally { c() }',
      'try { a() } catch { b() } { c() }',
    ],
    ["switch (x) { case 'a': b(); break\n case 'c': default: d() }", 'switch { b() } {  } { d() }'],
    ['class A implements B { def f() { g() } }', 'class { fn f() { g() } }'],
    ["x = a ? 'b' : 'c'", 'x = ("b" | "c")'],
    ["x = params.Y ?: 'c'", 'x = (params.Y | "c")'],
    ['return this', 'return this'],
    ["tasks['a'] = { b() }", 'tasks.a = {-> b()}'],
    ["// sh 'a'\n/* sh 'b' */ sh 'c' // d", 'sh("c")'],
    ['#!groovy\nx()', 'x()'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('strings', () => {
  it.each([
    ["'a $b ${c}'", '"a $b ${c}"'],
    ['"a $b ${c.d}"', '"a $b ${c.d}"<b><c.d>'],
    ['"$a.b, $c."', '"$a.b, $c."<a.b><c>'],
    ['"\\$a \\"b\\" \\\\ \\u0041"', '"$a \\"b\\" \\\\ A"'],
    ["'''a\n  'b' \\\n  c'''", '"a\\n  \'b\'   c"'],
    ['"""a "b" ${c("d")}"""', '"a \\"b\\" ${c(\\"d\\")}"<c("d")>'],
    ['"${a ? "b ${c}" : \'}\'}"', '"${a ? \\"b ${c}\\" : \'}\'}"<("b ${c}"<c> | "}")>'],
    ['x = ~/a\\/b/', 'x = ?("a/b")'],
    ['x = $/a $b/$', 'x = "a $b"<b>'],
    ['x = a / b / c', 'x = ?(a b c)'],
    ['"a ${', '"a ${"'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

it('says where a string does not end, and reads on', () => {
  const { statements, errors } = parseGroovy('Jenkinsfile', "a 'b\nc()");
  expect(shownAll(statements)).toBe('a("b"); c()');
  expect(errors).toMatchObject([{ at: { start: 2 }, message: expect.stringContaining('not end') }]);
});

function stringsIn(expression: GroovyExpression): readonly GroovyString[] {
  const inside = partsOf(expression).flatMap(stringsIn);
  return expression.kind === 'string' ? [expression, ...inside] : inside;
}

it('places every character of a string where it stands', () => {
  const characters = fc.constantFrom(
    'a',
    ' ',
    '\\n',
    '\\\\',
    '$x',
    '${y.z}',
    "'",
    '\\"',
    'é',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 12 }), pieces => {
      const text = `f "${pieces.join('')}"`;
      const { statements } = parseGroovy('Jenkinsfile', text);
      const strings = statements.flatMap(it => (it.kind === 'expression' ? stringsIn(it.of) : []));
      expect(strings.length).toBeGreaterThan(0);
      for (const { region } of strings) {
        for (const { guest, host, length } of region.segments) {
          expect(region.text.slice(guest, guest + length)).toBe(text.slice(host, host + length));
        }
      }
    }),
  );
});

it('reads whatever there is, and ends', () => {
  const pieces = [
    ...'{}()[]\'"/$\\:;,.?=+-*<>@!#\n ',
    '${',
    'def ',
    'if (',
    'a',
    'case ',
    '->',
    '"""',
    'Foo ',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void parseGroovy('Jenkinsfile', text)));
});

it.each([
  '{',
  '(',
  '[',
  'a {',
  'if (a) ',
  '"${',
  'f(',
  '!',
  'a ? ',
  'x = ',
  '- ',
  'Foo (',
  '.a',
  '/*',
  'a.b(c).',
])('comes to an end on `%s` many times over', piece => {
  expect(() => parseGroovy('Jenkinsfile', piece.repeat(20_000))).not.toThrow();
});
