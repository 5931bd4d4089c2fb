import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Hole, Region } from '../../domain/region.ts';
import type { Program } from '../../domain/surface.ts';
import { bash } from './bash.ts';

const WORDS = [
  ...[
    'az login',
    '-u',
    '"$USER"',
    "'a b'",
    '$x',
    '${x:-y}',
    '${x:+--f "$x"}',
    '"${a[@]}"',
    '${#a}',
    '$@',
    '"$*"',
    '$1',
  ],
  ...[
    '$(az show)',
    '`a \\`b\\``',
    '$((1+2))',
    '<(a)',
    '~/x',
    '{a,b}',
    '{1..3}',
    '*.sh',
    '\\$',
    '\\\n',
    '$"l"',
    "$'\\n'",
  ],
  ...[
    'x=',
    'x+=1',
    'a=(1 2)',
    'a[0]=1',
    'export X=',
    'local y',
    'declare -A m',
    'read x',
    'set --',
    'shift',
    'cd',
    'popd',
  ],
  ...[
    'source x',
    'eval',
    "bash -c 'az'",
    'sh <<EOF',
    'ssh h',
    'pwsh -c',
    'echo',
    'printf %s',
    'tee f',
    '> f',
    '>> $G',
    '2>&1',
  ],
  ...[
    '<<EOF',
    '<<-"EOF"',
    '\nEOF\n',
    '\tEOF\n',
    '<<< "$x"',
    '< <(a)',
    '🙂',
    'é',
    '${{ inputs.x }}',
    '"${{ a }}',
    '#',
    ' ',
  ],
  ...[
    'if',
    'then',
    'elif',
    'else',
    'fi',
    'for x in',
    'do',
    'done',
    'while',
    'case x in',
    'a)',
    ';;',
    ';&',
    'esac',
    'f() {',
  ],
  ...[
    '}',
    '(',
    ')',
    '((',
    '))',
    '[[',
    ']]',
    '{',
    '&&',
    '||',
    '|',
    '&',
    ';',
    '\n',
    '\r\n',
    '!',
    'exit',
    'trap',
    '"',
    "'",
    '`',
    '$(',
  ],
];

const scripts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map(it => it.join(' ')),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map(it => it.join('')),
  },
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** Each line stands indented in the file, as in a workflow. */
function regionOf(script: string): Region {
  let guest = 0;
  let host = 0;
  const segments = [...script.matchAll(/[^\n]*\n?/g)].map(([line]) => {
    const segment = { guest, host: host + 2, length: line.length };
    guest += line.length;
    host += line.length + 2;
    return segment;
  });
  const at = { path: 'ci.yml', start: 0, end: host };
  const holes = [...script.matchAll(/\$\{\{ (.*?) \}\}/g)].map(
    (match): Hole => ({
      start: match.index,
      end: match.index + match[0].length,
      expression: { kind: 'reference', space: 'input', name: match[1] ?? '', at },
    }),
  );
  return { at, text: script, segments, holes };
}

/** What is wrong with a place, in words; by a walk over everything that has one. */
function misplaced(value: unknown, length: number): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(it => misplaced(it, length));
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(it => misplaced(it, length));
  if (!('start' in value && 'end' in value && 'path' in value)) return inner;
  const [start, end] = [Number(value.start), Number(value.end)];
  const isInside = value.path === 'ci.yml' && start >= 0 && start <= end && end <= length;
  return isInside ? inner : [...inner, `${String(value.path)} ${start}–${end}`];
}

/** Regions say of every segment and hole where it stands: that has to be true of the text. */
function untrue(value: unknown, file: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(it => untrue(it, file));
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(it => untrue(it, file));
  if (!('segments' in value && 'text' in value && Array.isArray(value.segments))) return inner;
  const text = String(value.text);
  const wrong = value.segments.filter(
    it => text.slice(it.guest, it.guest + it.length) !== file.slice(it.host, it.host + it.length),
  );
  return [...inner, ...wrong.map(it => `${text}: ${JSON.stringify(it)}`)];
}

it('never throws, and gives everything a true place inside the file', () => {
  fc.assert(
    fc.property(scripts, script => {
      const region = regionOf(script);
      const program: Program = bash.programOf(region);
      const file = script.replace(/[^\n]*\n?/g, line => (line === '' ? '' : `  ${line}`));
      expect(misplaced(program, region.at.end)).toEqual([]);
      expect(untrue(program, file)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

it.each([
  ['substitutions', '$(a '.repeat(5_000)],
  ['closed substitutions', `${'$(a '.repeat(2_000)}${')'.repeat(2_000)}`],
  ['quoted substitutions', `${'"$(a '.repeat(500)}${')"'.repeat(500)}`],
  ['backticks', '`\\`\\\\`'.repeat(4_000)],
  ['operands', `a ${'${x:-'.repeat(3_000)}${'}'.repeat(3_000)}`],
  ['assigned operands', `: ${'${x:='.repeat(3_000)}${'}'.repeat(3_000)}`],
  ['scripts in containers', `${'docker run x bash -c "$('.repeat(40)}a${')"'.repeat(40)}`],
  ['written targets', `${'echo a > "$('.repeat(40)}a${')"'.repeat(40)}`],
  ['groups', `${'{ '.repeat(20_000)}a`],
  ['subshells', `${'('.repeat(20_000)}a`],
  ['functions', 'f() '.repeat(4_000)],
  ['conditions', `${'if a; then '.repeat(5_000)}`],
  ['elifs', `if a; then b; ${'elif c; then d; '.repeat(2_500)}fi`],
  ['a chain', `a${' && a'.repeat(8_000)}`],
  ['a pipeline', `a${' | a'.repeat(8_000)}`],
  ['falling cases', `case a in ${'a) b;& '.repeat(3_000)} esac`],
  ['here-documents', `a ${'<<E '.repeat(10_000)}`],
  ['a long here-document', `cat <<-E\n${'\t$x\n'.repeat(8_000)}\tE\n`],
  ['short lines', 'a\n'.repeat(25_000)],
  ['holes', '${{ x }} "${{ y }}"\n'.repeat(3_000)],
  ['a text that is too long', 'a\n'.repeat(200_000)],
])('reads %s in no time', (_, script) => {
  const before = performance.now();
  bash.programOf(regionOf(script));
  expect(performance.now() - before).toBeLessThan(20_000);
});
