//! What a script is written in, told from its text or from the name of its file.

import type { Expression } from './expression.ts';

/** `undefined` when it cannot be told. */
export function scriptLanguageOf(source: Expression): string | undefined {
  switch (source.kind) {
    case 'text':
      return languageOfText(source.region.text);
    case 'call': {
      const [first] = source.args;
      if (!first) return undefined;
      const isFile = source.name === 'read-file' || source.name === 'read-template';
      return isFile ? languageOfFile(first) : scriptLanguageOf(first);
    }
    case 'choice':
      return firstLanguage(source.options);
    case 'join':
      return firstLanguage(source.parts);
    case 'reference':
    case 'member':
    case 'list':
    case 'object':
    case 'elements':
    case 'split':
    case 'output':
    case 'unknown':
      return undefined;
  }
}

/** What a text says of itself, whatever it was taken for by the name of its file. */
export const declaredLanguage = (text: string): string | undefined =>
  /^\s*#cloud-config\b/.test(text) ? 'cloud-config' : undefined;

function firstLanguage(sources: readonly Expression[]): string | undefined {
  for (const source of sources) {
    const language = scriptLanguageOf(source);
    if (language !== undefined) return language;
  }
  return undefined;
}

const BY_ENDING: ReadonlyMap<string, string> = new Map([
  ['sh', 'bash'],
  ['bash', 'bash'],
  ['ps1', 'powershell'],
  ['yml', 'cloud-config'],
  ['yaml', 'cloud-config'],
  ['cfg', 'cloud-config'],
]);

function languageOfFile(path: Expression): string | undefined {
  const ending = path.kind === 'text' ? /\.(\w+)$/.exec(path.region.text)?.[1] : undefined;
  return ending === undefined ? undefined : BY_ENDING.get(ending.toLowerCase());
}

/** A cmdlet, a variable that is set, or a block of parameters at the start of a line. */
const POWERSHELL = /^[ \t]*(?:[A-Z][a-z]+-[A-Z]\w+|\$\w+\s*=|param\s*\()/im;

function languageOfText(text: string): string | undefined {
  const first = /^\s*(#.*)/.exec(text)?.[1] ?? '';
  if (first.startsWith('#cloud-config')) return 'cloud-config';
  if (/^#!.*\b(?:ba|da|z|k)?sh\b/.test(first)) return 'bash';
  if (/^#!.*\b(?:pwsh|powershell)\b/.test(first)) return 'powershell';
  return POWERSHELL.test(text) ? 'powershell' : undefined;
}
