import { describe, expect, it } from 'vitest';
import { wholeFile } from '../../domain/region.ts';
import { lex } from './lex.ts';
import type { Profile } from './profile.ts';
import { CSHARP, GO, JAVA, JAVASCRIPT, PYTHON } from './profiles.ts';
import { sourceOf, stringValue } from './source.ts';
import type { Token } from './token.ts';

/** Strings in «», their holes in <>. */
const shown = (tokens: readonly Token[], text: string): string =>
  tokens
    .map(token =>
      token.kind === 'string'
        ? `«${token.parts
            .map(it =>
              it.kind === 'text' ? text.slice(it.start, it.end) : `<${shown(it.tokens, text)}>`,
            )
            .join('')}»`
        : text.slice(token.start, token.end),
    )
    .join(' ');

describe('the lexer', () => {
  it.each<[string, Profile, string, string]>([
    ['comments', PYTHON, 'a # b "c\nd', 'a d'],
    ['triple quotes', PYTHON, 'x = """a "b" \n\'c\'"""', 'x = «a "b" \n\'c\'»'],
    ['prefixes', PYTHON, `rb'\\'' + U"x" + f"{a}"`, "«\\'» + «x» + «<a>»"],
    ['quotes in a hole', PYTHON, 'f"{d["k"]} {w!r:>{n}} {{x}}"', '«<d [ «k» ]> <w> {{x}}»'],
    ['a string that does not end', PYTHON, 'a = "b\nc', 'a = «b» c'],
    ['templates in templates', JAVASCRIPT, '`a${`b${c}`}d`', '«a<«b<c>»>d»'],
    ['objects in templates', JAVASCRIPT, '`${f({a: {b: 1}})}`', '«<f ( { a : { b : 1 } } )>»'],
    [
      'regular expressions',
      JAVASCRIPT,
      'x = /["\'`/]/g; a / b / "c"',
      `x = /["'\`/]/g ; a / b / «c»`,
    ],
    ['optional chains', JAVASCRIPT, 'a?.b ?? c', 'a ?. b ?? c'],
    ['holes of C#', CSHARP, '$"a {b:F2} {c["d"]} {{e}}"', '«a <b> <c [ «d» ]> {{e}}»'],
    ['verbatim strings', CSHARP, '@"C:\\" + @"a ""b"""', '«C:\\» + «a ""b""»'],
    ['raw strings', CSHARP, '"""a "b" """ + $$"""{a} {{b}}"""', '«a "b" » + «{a} <b>»'],
    ['directives', CSHARP, '#if DEBUG "\nx\n#endif', 'x'],
    ['blocks of text', JAVA, '"""\na "b" \\""" c""" + \'x\'', '«\na "b" \\""" c» + «x»'],
    ['raw strings of Go', GO, '`a\\` + "b\\""', '«a\\» + «b\\"»'],
  ])('reads %s', (_, profile, text, expected) => {
    expect(shown(lex(text, profile), text)).toBe(expected);
  });

  it('says how far the first token of a line is indented', () => {
    const tokens = lex('if a:\n    b = """\n"""\n  c', PYTHON);
    expect(tokens.map(it => it.indent)).toEqual([
      0,
      undefined,
      undefined,
      4,
      undefined,
      undefined,
      2,
    ]);
  });

  it('reads a long line in one go', () => {
    const text = `f("a","b",/* c */1);${'g("x");'.repeat(20_000)}`;
    const start = performance.now();
    lex(text, JAVASCRIPT);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('a string', () => {
  it.each<[Profile, string, string]>([
    [PYTHON, '"a\\tb\\x41\\u0042\\101"', 'a\tbABA'],
    [PYTHON, "r'C:\\new'", 'C:\\new'],
    [PYTHON, '"C:\\dir \\"x\\""', 'C:\\dir "x"'],
    [PYTHON, '"a \\\n b"', 'a  b'],
    [PYTHON, 'f"{{a}}"', '{a}'],
    [JAVASCRIPT, "'\\u{1F600}\\''", "😀'"],
    [CSHARP, '@"a ""b"" \\n"', 'a "b" \\n'],
    [GO, '`a\\n`', 'a\\n'],
  ])('%# is its characters', (profile, text, expected) => {
    const source = sourceOf(wholeFile('a', text));
    const [token] = lex(text, profile);
    if (token?.kind !== 'string') throw new Error('no string');
    const parts = token.parts.flatMap(it => (it.kind === 'text' ? [it] : []));
    const value = stringValue(token.manner, parts, source, source.region.at);
    expect(value.kind === 'text' && value.region.text).toBe(expected);
  });
});
