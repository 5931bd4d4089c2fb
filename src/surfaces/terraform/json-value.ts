//! Members of what should be JSON: `jsonencode({ … })`, a heredoc of JSON, or a value known by its name alone.

import type { Expression } from '../../domain/expression.ts';
import { jsonTextValue, wholeHole } from './json-text.ts';

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
  const whole = wholeHole(value.region);
  if (whole) return memberValues(whole, name);
  const spelled = jsonTextValue(value.region);
  return spelled?.kind === 'object' ? memberValues(spelled, name).slice(-1) : [];
}

const namedMember = (of: Expression, name: string): Expression => ({
  kind: 'member',
  of: { kind: 'call', name: 'decode-json', args: [of], at: of.at },
  name,
  at: of.at,
});
