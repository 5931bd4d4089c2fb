//! GitHub expressions: what they mean, and where they stand.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionText } from '../../../test/outline.ts';
import { spanOf, verbatim } from '../../domain/region.ts';
import { conditionOf } from './condition.ts';
import { expressionOf } from './holes.ts';
import type { Contexts } from './meaning.ts';
import { parseGithubExpression } from './parse.ts';

const NOTHING: Contexts = { read: () => undefined, isBoolean: () => false };

const meaning = (source: string): string =>
  expressionText(expressionOf(verbatim('a.yml', source, 10), NOTHING));

describe('expressionOf', () => {
  it.each([
    ['env.USER', '<variable USER>'],
    ["env['USER']", '<variable USER>'],
    ['ENV.USER', '<variable USER>'],
    ['inputs.Stage', '<input stage>'],
    ['github.event.inputs.stage', '<input stage>'],
    ['secrets.PASS', '?held by the platform (`secrets.PASS`)'],
    ['vars.PASS', '?held by the platform (`vars.PASS`)'],
    ['github.ref_name', '?held by the platform (`github.ref_name`)'],
    ['github.event.issue.number', '?held by the platform (`github.event.issue.number`)'],
    ['runner.os', '?held by the platform (`runner.os`)'],
    ['matrix.stage', '<local matrix.stage>'],
    ['steps.sp.outputs.id', '<output sp.id>'],
    ["steps.sp['outputs'].id", '<output sp.id>'],
    ['steps.sp.outcome', '?not evaluated (`steps.sp.outcome`)'],
    ['needs.plan.outputs.id', '<output needs.plan.id>'],
    ['jobs.plan.outputs.id', '<output needs.plan.id>'],
    ['true', 'true'],
    ['-1.5e3', '-1.5e3'],
    ['null', ''],
    ["'it''s }} 1'", "it's }} 1"],
    ["secrets.P || 'lit'", '(?held by the platform (`secrets.P`) | lit)'],
    ["env.A || env.B || 'c'", '<variable A otherwise <variable B otherwise c>>'],
    ["'' || 'b' || 'c'", 'b'],
    ["github.ref == 'x' && 'prod' || 'dev'", '(prod | dev)'],
    ["(a && !b || c < 2) && 'prod' || 'dev'", '(prod | dev)'],
    ["a == 1 && 'x' || a == 2 && 'y' || 'z'", '(x | y | z)'],
    ["a == 1 && '--x'", '(--x | false)'],
    ["secrets.A && '--x'", '(--x | )'],
    ["env.A == 'x' && '--x'", 'if lower(<variable A>) is x (--x | false)'],
    ["env.A == 'x' && 'b' || 'c'", 'if lower(<variable A>) is x (b | c)'],
    ["env.A == 'x'", 'if lower(<variable A>) is x (true | false)'],
    ["case(env.A == 'x', 'b', 'c')", 'if lower(<variable A>) is x (b | c)'],
    ["true && 'x'", 'x'],
    ["format('{0}-{1}', 'a', env.B)", 'join(a + - + <variable B>)'],
    ["format('{{0}} {0}', 'a')", 'join({ + 0 + } +   + a)'],
    ['format(env.F, 1)', '?not evaluated (`format(env.F, 1)`)'],
    ["join(matrix.a, ' ')", 'join( , <local matrix.a>)'],
    ["fromJSON(env.X).client['id']", 'decode-json(<variable X>).client.id'],
    ["case(a == 1, 'x', a == 2, 'y', 'z')", '(x | y | z)'],
    ["hashFiles('**')", "?not evaluated (`hashFiles('**')`)"],
    ["contains('a', env.B)", 'if a has lower(<variable B>) at anywhere (true | false)'],
    ["contains(github.ref, 'a')", "?not evaluated (`contains(github.ref, 'a')`)"],
    ['env[matrix.x]', '?not evaluated (`env[matrix.x]`)'],
    ['github.event.commits.*.id', '?not evaluated (`github.event.commits.*.id`)'],
    ['a ==', '?not evaluated (`a ==`)'],
    ['"x"', '?not evaluated (`"x"`)'],
    ['', '?not evaluated (``)'],
  ])('%s is %s', (source, expected) => {
    expect(meaning(`\${{ ${source} }}`)).toBe(expected);
    expect(meaning(`\${{${source}}}`)).toBe(expected);
  });

  it.each([
    ['az login', 'az login'],
    ['$1{{ github.workspace }}/infra', '«/.»/infra'],
    ['x $1{{ env.A }}$1{{ env.B }} y', 'x «<variable A>»«<variable B>» y'],
    ['$1{{ a', '$1{{ a'],
    ["$1{{ 'a }} b", "$1{{ 'a }} b"],
  ])('of a text, %s is %s', (source, expected) => {
    const spelled = (it: string): string => it.replaceAll('$1', '$');
    expect(meaning(spelled(source))).toBe(spelled(expected));
  });

  it('asks the place of the file first', () => {
    const region = verbatim('a.yml', `\${{ matrix.x }}`, 0);
    const known = expressionOf(region, {
      ...NOTHING,
      read: (path, at) =>
        path.join('.') === 'matrix.x' ? { kind: 'list', items: [], at } : undefined,
    });
    expect(expressionText(known)).toBe('[]');
  });

  it('keeps the place of every literal', () => {
    const source = `😀\t\${{ env.A || 'lit' }}`;
    const region = verbatim('a.yml', source, 5);
    const expression = expressionOf(region, NOTHING);
    expect(expression.kind).toBe('text');
    const [hole] = expression.kind === 'text' ? expression.region.holes : [];
    const inside = hole?.expression;
    expect(inside?.kind === 'reference' && inside.otherwise?.at).toEqual({
      path: 'a.yml',
      start: 5 + source.indexOf('lit'),
      end: 5 + source.indexOf('lit') + 3,
    });
    expect(hole && spanOf(region, hole.start, hole.end).start).toBe(5 + source.indexOf('$'));
  });

  it('never throws, however deep', () => {
    expect(parseGithubExpression('('.repeat(5000), 0, 5000)).toBeUndefined();
    expect(meaning(`\${{ ${'!'.repeat(5000)}a }}`)).toMatch(/not evaluated/);
    expect(meaning(`\${{ ${'a('.repeat(5000)} }}`)).toMatch(/not evaluated/);
    expect(meaning(`\${{ a${'[0]'.repeat(5000)} }}`)).toMatch(/not evaluated/);
    expect(meaning(`\${{ env.A${" || 'x'".repeat(3000)} }}`)).toMatch(/not evaluated/);
    expect(meaning(`\${{ env.A${' || env.A'.repeat(3000)} }}`)).toMatch(/not evaluated/);
    const piece = fc.constantFrom(
      '${{',
      '}}',
      "'",
      'env',
      '.',
      '[',
      ']',
      '(',
      ')',
      '||',
      '&&',
      '!',
      '==',
      '*',
      ',',
      ' ',
      '1',
      'format',
      '{0}',
      '\n',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
        meaning(pieces.join(''));
        conditionOf(verbatim('a.yml', pieces.join(''), 0), NOTHING, 'always');
      }),
      { numRuns: 1000 },
    );
  });
});
