//! Instructions with their flags, texts and here-documents.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDockerfile } from './parse.ts';

const shown = (text: string): readonly string[] =>
  parseDockerfile('Dockerfile', text).instructions.map(({ name, flags, text: rest, heredocs }) =>
    [
      name,
      ...flags.map(it => `--${it.name}=${it.value}`),
      JSON.stringify(rest.text),
      ...heredocs.map(it => `${it.name}:${JSON.stringify(it.body.text)}`),
    ].join(' '),
  );

it.each<readonly [string, readonly string[]]>([
  ['FROM a AS b\n', ['FROM "a AS b"']],
  ['from a\r\nrun b \r\n', ['FROM "a"', 'RUN "b"']],
  ['RUN a && \\\n  # why\n\n  b \\ \n  c', ['RUN "a &&   b   c"']],
  ['# escape=`\nRUN a `\n b\nRUN c\\\n', ['RUN "a  b"', 'RUN "c\\\\"']],
  ['# syntax=docker/dockerfile:1\n#escape=`\nRUN a `\nb', ['RUN "a b"']],
  ['# a comment\n# escape=`\nRUN a`\nRUN b', ['RUN "a`"', 'RUN "b"']],
  [
    'RUN --mount=type=secret,id=x --network=none a --b',
    ['RUN --mount=type=secret,id=x --network=none "a --b"'],
  ],
  ['RUN <<EOF\na\n# b\nEOF\nRUN c', ['RUN "<<EOF" EOF:"a\\n# b\\n"', 'RUN "c"']],
  ['RUN <<-"E"\n\ta\n\tE\nCMD b', ['RUN "<<-\\"E\\"" E:"a\\n"', 'CMD "b"']],
  ['COPY <<a <<b /c\n1\na\n2\nb\n', ['COPY "<<a <<b /c" a:"1\\n" b:"2\\n"']],
  [
    'RUN cat <<< x\nRUN echo "<<E"\nRUN a <<E\n',
    ['RUN "cat <<< x"', 'RUN "echo \\"<<E\\""', 'RUN "a <<E"'],
  ],
  ['', []],
])('%j', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

it('keeps the place of every character', () => {
  const pieces = ['RUN ', 'FROM a', '\\\n', '# x\n', '\n', '\r\n', '<<E', 'E', '--f=1 ', ' ', '"'];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map(it => it.join(''));
  fc.assert(
    fc.property(texts, text => {
      for (const it of parseDockerfile('Dockerfile', text).instructions) {
        for (const region of [it.text, ...it.heredocs.map(({ body }) => body)]) {
          for (const { guest, host, length } of region.segments) {
            expect(text.slice(host, host + length)).toBe(region.text.slice(guest, guest + length));
          }
        }
      }
    }),
  );
});
