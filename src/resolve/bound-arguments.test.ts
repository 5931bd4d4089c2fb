//! Arguments of PowerShell scripts, and the parameters they are bound to.

import { expect, it } from 'vitest';
import { boundArgument } from './bound-arguments.ts';
import { type Datum, datumText, stringDatum } from './datum.ts';

const at = { path: 'x.ps1', start: 0, end: 0 };
const ALL = 'tenant|tenantid,!managed|msi,subscription';

function bound(line: string, index: number): string | undefined {
  const items = line
    .split(' ')
    .filter(it => it !== '')
    .map(it => stringDatum(it, at));
  const list: Datum = { kind: 'list', items, at };
  const found = boundArgument([list, stringDatum(String(index), at), stringDatum(ALL, at)], at);
  return found && (datumText(found) ?? found.kind);
}

it.each([
  ['-Tenant a -Managed', ['a', 'True', 'absent']],
  ['-tenantid a b', ['a', 'absent', 'b']],
  ['a b', ['a', 'absent', 'b']],
  ['-msi a -s b', ['a', 'True', 'b']],
  ['-Managed:False -T:a', ['a', 'False', 'absent']],
  ['-Verbose -ErrorAction Stop a', ['a', 'absent', 'absent']],
  ['', ['absent', 'absent', 'absent']],
])('%s', (line, expected) => {
  expect([0, 1, 2].map(it => bound(line, it))).toEqual(expected);
});

it('takes what a hashtable names', () => {
  const entries = new Map([['tenant', stringDatum('a', at)]]);
  const list: Datum = { kind: 'list', items: [{ kind: 'object', entries, at }], at };
  expect(boundArgument([list, stringDatum('0', at), stringDatum(ALL, at)], at)).toEqual(
    stringDatum('a', at),
  );
});

it('knows nothing where the arguments are not known', () => {
  const list: Datum = { kind: 'unset', name: '$@', at };
  expect(boundArgument([list, stringDatum('0', at), stringDatum(ALL, at)], at)?.kind).toBe('unset');
});
