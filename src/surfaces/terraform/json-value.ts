//! Members of what should be JSON: `jsonencode({ … })`, a heredoc of JSON, or a value known by its name alone.

import type { Expression } from '../../domain/expression.ts';
import { text } from '../../domain/literal.ts';
import { nestedRegion } from '../../domain/region.ts';
import { parseJson } from '../../languages/json/parse.ts';
import { valueNamed } from '../../languages/json/tree.ts';

/** None when the value is spelled out and has no such member; all of them for a choice. */
export function memberValues(value: Expression, name: string): readonly Expression[] {
  switch (value.kind) {
    case 'object':
      return value.entries.filter(it => it.name === name).map(it => it.value);
    case 'text':
      return textMember(value, name);
    case 'choice':
      return value.options.flatMap(it => memberValues(it, name));
    case 'call':
      return callMembers(value, name);
    case 'reference':
    case 'member':
      return [namedMember(value, name)];
    case 'join':
    case 'list':
    case 'elements':
    case 'split':
    case 'output':
    case 'unknown':
      return [];
  }
}

function callMembers(call: Expression & { kind: 'call' }, name: string): readonly Expression[] {
  const [first] = call.args;
  switch (call.name) {
    case 'encode-json':
    case 'decode-json':
      return first ? memberValues(first, name) : [];
    case 'merge': {
      const members = call.args.flatMap(it => memberValues(it, name));
      return members.slice(-1);
    }
  }
  return [];
}

function textMember(value: Expression & { kind: 'text' }, name: string): readonly Expression[] {
  const { region } = value;
  const [hole] = region.holes;
  if (hole && hole.start === 0 && hole.end === region.text.length) {
    return memberValues(hole.expression, name);
  }
  const member = valueNamed(parseJson(region.text).root, name);
  if (member?.kind !== 'string') return [];
  const inner = nestedRegion(region, { text: member.value, segments: member.segments });
  return [text(inner)];
}

const namedMember = (of: Expression, name: string): Expression => ({
  kind: 'member',
  of: { kind: 'call', name: 'decode-json', args: [of], at: of.at },
  name,
  at: of.at,
});
