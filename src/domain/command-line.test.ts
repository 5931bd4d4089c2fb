//! Command lines in the four styles, and what is left of them when words are not known.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '../../test/calls.ts';
import {
  type OptionTable,
  optionRows,
  parseCommandLine,
  parseLeadingOptions,
} from './command-line.ts';
import { textOf } from './value.ts';

const row = (name: string, spellings: readonly string[], takesValue: boolean) => ({
  name,
  spellings,
  takesValue,
});

const AZ: OptionTable = {
  style: 'argparse',
  options: [
    row('username', ['--username', '-u'], true),
    row('password', ['--password', '-p'], true),
    row('use-device-code', ['--use-device-code'], false),
    row('identity', ['--identity', '-i'], false),
    { ...row('scope', ['--scope'], true), takesMany: true },
  ],
};

const GO = [
  row('var', ['--var', '-v'], true),
  row('force', ['--force', '-f'], false),
  row('quiet', ['--quiet', '-q'], false),
];

function shown(line: string, table: OptionTable): string {
  const parsed = parseCommandLine(words(line), table);
  const options = [...parsed.options].map(([name, given]) => {
    const values = given.values.map(value => textOf(value) ?? '?').join(',');
    return given.values.length === 0 ? name : `${name}=${values}`;
  });
  const rest = [
    parsed.positionals.length > 0 ? `+${parsed.positionals.length}` : '',
    parsed.opaque.length > 0 ? `?${parsed.opaque.length}` : '',
    parsed.errors.length > 0 ? `!${parsed.errors.join('; ')}` : '',
  ];
  return [...options, ...rest].filter(part => part !== '').join(' ');
}

describe('argparse', () => {
  it.each([
    ['', ''],
    ['-u x -p y', 'username=x password=y'],
    ['--username=x --password=', 'username=x password='],
    ['-ux -p=y=z', 'username=x password=y=z'],
    ['--user x --pass y --id', 'username=x password=y identity'],
    ['--us x', '+1 !ambiguous option: --us could match --username, --use-device-code'],
    ['--use-d', 'use-device-code'],
    ['-u x -u y', 'username=x,y'],
    ['-p -abc', '!argument --password/-p: expected one argument; unrecognized arguments: -a'],
    ['-p -1', 'password=-1'],
    ['-p -a_b', 'password=-a b'],
    ['-p -', 'password=-'],
    ['-p', '!argument --password/-p: expected one argument'],
    ['-iu x', 'identity username=x'],
    ['-iux', 'identity username=x'],
    ['-ii', 'identity'],
    ['-ix', '!argument --identity/-i: ignored explicit argument'],
    ['--identity=true', '!argument --identity/-i: ignored explicit argument'],
    ['--scope a b -u x', 'scope=a,b username=x'],
    ['-u -- x', '+2 !argument --username/-u: expected one argument'],
    ['x --nope=secret', '+1 !unrecognized arguments: --nope'],
    ['-u $x -p "$y"', 'username=? password=?'],
    ['-u$x --password=$y', 'username=? password=?'],
    ['$flags -u x', 'username=x ?1'],
    ['--$x -$y', '?2'],
    ['-i$x', 'identity ?1'],
    ['--scope a $more', 'scope=a,? ?1'],
    ['-u x $a$b', 'username=x ?1'],
  ])('%s', (line, expected) => {
    expect(shown(line, AZ)).toBe(expected);
  });

  it('places a joined value behind its flag', () => {
    const given = parseCommandLine(words('-u=x --password=abc'), AZ).options.get('password');
    expect(given?.value).toMatchObject({ at: { start: 16, end: 19 } });
    expect(given?.at).toMatchObject({ start: 5, end: 19 });
  });

  it('takes a word of a hundred thousand switches', () => {
    expect(shown(`-${'i'.repeat(100_000)}`, AZ)).toBe('identity');
  });
});

describe('pflag', () => {
  it.each([
    ['--var a --force', 'var=a force'],
    ['--var -x --var=b', 'var=-x,b'],
    ['--force=false x', 'force=false +1'],
    ['--force false', 'force +1'],
    ['-fqva', 'force quiet var=a'],
    ['-fv=a -q', 'force var=a quiet'],
    ['--va a', '+1 !unknown flag: --va'],
    ['--var', '!flag needs an argument: --var'],
    ['x -- --force', '+2'],
    ['--var=$x $y --var $z', 'var=?,? ?1'],
    ['-v$x', 'var=?'],
  ])('%s', (line, expected) => {
    expect(shown(line, { style: 'pflag', options: GO })).toBe(expected);
  });
});

describe('go-flag', () => {
  it.each([
    ['-var a -force', 'var=a force'],
    ['--var=a -force=false', 'var=a force=false'],
    ['-force x -var a', 'force +3'],
    ['$flags -var a x', 'var=a +1 ?1'],
    ['-nope', '!flag provided but not defined: -nope'],
  ])('%s', (line, expected) => {
    expect(shown(line, { style: 'go-flag', options: GO })).toBe(expected);
  });

  it('leaves the subcommand and all behind it to the caller', () => {
    const { line, rest } = parseLeadingOptions(words('-var=a apply -force'), {
      style: 'go-flag',
      options: GO,
    });
    expect([...line.options.keys()]).toEqual(['var']);
    expect(rest).toHaveLength(2);
  });
});

describe('plain', () => {
  const rows = optionRows(['--user -un', '--pass', '!--code -dc']);
  it.each([
    ['--user a -dc', 'user=a code'],
    ['-un=a --PASS b --code', 'user=a pass=b code'],
    ['--use a', '+1'],
    ['-un $x --pass=$y $z', 'user=? pass=? ?1'],
    ['--user', 'user'],
    ['a --unheard b --user -x', 'user=-x +2'],
  ])('%s', (line, expected) => {
    expect(shown(line, { style: 'plain', options: rows })).toBe(expected);
  });
});

it('reads whatever words there are, and loses none of the unknown ones', () => {
  const typed = fc.string({
    unit: fc.constantFrom('-', '--', '=', 'u', 'i', 'x', '$', ' '),
    maxLength: 5,
  });
  const styles = fc.constantFrom<OptionTable>(
    AZ,
    { style: 'pflag', options: GO },
    { style: 'go-flag', options: GO },
  );
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 6 }), styles, (lines, table) => {
      const all = words(lines.join(' '));
      const { options, positionals, opaque, errors } = parseCommandLine(all, table);
      const values = [...options.values()].flatMap(it => it.values);
      const isAllThere = [...positionals, ...opaque, ...values, ...errors].length > 0;
      // `--` itself says only that no option follows.
      const isEmpty = lines.every(line => line.split(' ').every(it => it === '' || it === '--'));
      expect(isAllThere || options.size > 0 || isEmpty).toBe(true);
    }),
  );
});
