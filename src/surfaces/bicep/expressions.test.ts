//! Bicep's expressions in neutral words.

import { describe, expect, it } from 'vitest';
import { routineIn, shown } from './shown.test-data.ts';

describe('expressions', () => {
  it.each([
    ["'a'", "'a'"],
    ["'a ${p} ${v}'", "'a ${p} ${v}'<input:p local:v>"],
    ['[1, true, null]', "['1' 'true' '']"],
    ["{ a: 1, 'b': p }", "{a='1' b=input:p}"],
    ['{ ...p, a: 1 }', "merge({} input:p {a='1'})"],
    ['[...p, 1]', "[...input:p '1']"],
    ['p.?a[0].b!', 'input:p.a.0.b'],
    ["p['a']", 'input:p.a'],
    ["p ? 'a' : v", "('a' or local:v)"],
    ["p ?? 'a'", "coalesce(input:p 'a')"],
    ["loadTextContent('a.sh')", "read-file('a.sh')"],
    ["loadFileAsBase64('a.sh')", "encode-base64(read-file('a.sh'))"],
    ['sys.base64(p)', 'encode-base64(input:p)'],
    ["format('{0}-{1}', p, 'b')", "'{…}-b'<input:p>"],
    ["format('{{{0:D2}}}', p)", "'{{…}}'<input:p>"],
    ['format(p, v)', 'not evaluated (`format(p, v)`)'],
    ["concat('a', p)", "'a{…}'<input:p>"],
    ['union({ a: 1 }, p)', "merge({a='1'} input:p)"],
    ["join(['a', p], ' ')", "join(' ' ['a' input:p])"],
    ["uri(p, 'a.sh')", "input:p+'/'+'a.sh'"],
    ["vault.getSecret('name')", "held by the platform (`vault.getSecret('name')`)"],
    ['vault.properties.vaultUri', 'not evaluated (`vault.properties.vaultUri`)'],
    ['[for x in [1, 2]: x]', "[('1' or '2')]"],
    ['[for x in p: x]', '[not evaluated (`p`)]'],
    ['p == 1 && !v', "('true' or 'false')"],
    ['p + 1', 'not evaluated (`p + 1`)'],
    ['toObject(p, x => x)', 'not evaluated (`toObject(p, x => x)`)'],
  ])('%s', (text, expected) => {
    const { bindings } = routineIn(`param p string\nvar x = ${text}\nvar v = 1\n`);
    expect(bindings.slice(0, 1).map(it => shown(it.value))).toEqual([expected]);
  });
});
