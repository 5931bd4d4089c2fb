//! What runs, in which order, with places; and texts of all kinds.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { wholeFile } from '../../domain/region.ts';
import { cloudConfig } from './cloud-config.ts';

const read = (text: string) => cloudConfig.programOf(wholeFile('user-data', text));
const shown = (text: string): readonly string[] => outline(read(text).steps).split('\n');

it.each<readonly [string, readonly string[]]>([
  ['runcmd:\n - a\n - [b, "c d"]\nbootcmd: [e]', ['bash e', 'bash a', 'command b c d']],
  ['runcmd:\n - [sh, -c, a]\n -\n - ~\n', ['bash a']],
  ['write_files:\n - {path: /a, content: b}\nruncmd: [/a]', ['write /a b', 'bash /a']],
  ['write_files:\n - {path: /a, content: YQ==, encoding: b64}', ['write /a decode-base64(YQ==)']],
  ['write_files:\n - {path: /a, content: x, encoding: gz+b64}\n - {path: /b}', ['']],
  [
    'write_files:\n - {path: /var/lib/cloud/scripts/per-boot/a, content: b}',
    ['write /var/lib/cloud/scripts/per-boot/a b', 'run script /var/lib/cloud/scripts/per-boot/a'],
  ],
  ['#!/bin/bash\na', ['bash #!/bin/bash\\na']],
  ['runcmd:\n{% if x %}\n - a {{ b }} c\n{% endif %}', ['bash a «?(`{{ b }}`)» c']],
  [
    '#cloud-config-archive\n- type: text/x-shellscript\n  content: a\n- "#cloud-config\\nruncmd: [b]"\n',
    ['bash a', 'bash b'],
  ],
  ['- a\n- b', ['']],
])('%j', (text, expected) => {
  expect(shown(text).map(it => it.replace('not evaluated ', ''))).toEqual(expected);
});

it('says where the YAML is wrong', () => {
  const [problem] = read('runcmd:\n - "a\n').problems;
  expect(problem?.at.path).toBe('user-data');
});

it('reads whatever there is', () => {
  const pieces = [
    '#cloud-config\n',
    'runcmd:\n',
    ' - a\n',
    '{{ x }}',
    '%{ if }',
    '\n',
    '--b',
    'Content-Type: multipart/mixed; boundary=b\n\n',
    '#!',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void read(text)));
});
