//! The scripts that a resource carries, as steps.

import type { Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import type { Carried } from './carrier.ts';
import { scriptLanguage } from './script-language.ts';

export function scriptSteps({ role, value, language, languageFrom }: Carried): readonly Step[] {
  if (languageFrom) {
    const source = role === 'base64-script' ? decoded(value) : value;
    const sources = source.kind === 'list' ? source.items : [source];
    return sources.map(it => ({
      kind: 'script',
      language: '',
      languageFrom,
      source: it,
      at: it.at,
    }));
  }
  switch (role) {
    case 'command-line':
      return [scriptStep(value, language ?? 'bash')];
    case 'script':
      return value.kind === 'list'
        ? value.items.map(line => scriptStep(line, language ?? 'bash'))
        : [scriptStep(value, language ?? scriptLanguage(value))];
    case 'base64-script': {
      const source = decoded(value);
      return [scriptStep(source, language ?? scriptLanguage(source))];
    }
    case 'script-arguments':
    case 'command':
    case 'arguments':
    case 'settings':
    case 'username':
    case 'password':
    case 'identity':
      return [];
  }
}

const scriptStep = (source: Expression, language: string): Step => ({
  kind: 'script',
  language,
  source,
  at: source.at,
});

/** What `base64encode(…)` encodes, so that a script in it keeps its places; else the value decoded. */
function decoded(value: Expression): Expression {
  const [encoded] = value.kind === 'call' && value.name === 'encode-base64' ? value.args : [];
  if (encoded) return encoded;
  if (value.kind === 'choice') return { ...value, options: value.options.map(decoded) };
  return { kind: 'call', name: 'decode-base64', args: [value], at: value.at };
}
