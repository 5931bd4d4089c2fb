//! Command lines of PowerShell, and what their parameters are.

import { expect, it } from 'vitest';
import { command } from '../../test/calls.ts';
import { cmdletParameters, readCmdletLine } from './cmdlet-line.ts';
import { textOf } from './value.ts';

const TABLE = cmdletParameters([
  'Credential',
  'CertificateThumbprint',
  'CertificatePath',
  '!Identity MSI ManagedService',
  '!Force',
  'Tenant Domain TenantId',
  'Environment',
]);

function shown(line: string): string {
  const read = readCmdletLine(command(line), TABLE);
  const given = TABLE.filter(it => read.has(it.name)).map(
    it => `${it.name}=${textOf(read.value(it.name)) ?? '?'}`,
  );
  const rest = [
    ...[...read.others.keys()].map(it => `other:${it}`),
    ...read.positionals.map(it => `+${textOf(it) ?? '?'}`),
    ...read.opaque.map(() => 'opaque'),
    ...read.errors.map(() => 'error'),
  ];
  return [...given, ...rest].join(' ');
}

it.each([
  ['C -Tenant a -Identity', 'Identity=True Tenant=a'],
  ['C -tenantID a -msi', 'Identity=True Tenant=a'],
  ['C -cred "$c" -T a', 'Credential=? Tenant=a'],
  ['C –Identity', 'Identity=True'],
  ['C -Identity:False -Tenant:a', 'Identity=False Tenant=a'],
  ['C -Identity:$x', 'Identity=?'],
  ['C -C a', '+a error'],
  ['C -CertificateT a', 'CertificateThumbprint=a'],
  ['C -E a', 'Environment=a'],
  ['C -ErrorAction Stop', ''],
  ['C -Tenant -Force', 'Force=True Tenant=True'],
  ['C -Other a b', 'other:Other +b'],
  ['C $x', 'opaque'],
  ['C -Tenant "$t" $x', 'Tenant=? opaque'],
  ['C "$x"', '+?'],
])('%s', (line, expected) => {
  expect(shown(line)).toBe(expected);
});
