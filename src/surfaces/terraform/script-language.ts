//! What a script is written in, when only its text, its file or its interpreter tells.

import type { Expression } from '../../domain/expression.ts';

/** By what ends the name of its file. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/\.ps1(?:\.\w+)?$/i, 'powershell'],
  [/\.(?:sh|bash)(?:\.\w+)?$/i, 'bash'],
  [/\.py$/i, 'python'],
  [/\.(?:ya?ml|cfg)(?:\.\w+)?$|cloud-?(?:init|config)/i, 'cloud-config'],
];

/** By what it begins with, or holds; the first that matches. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^#!.*\b(?:pwsh|powershell)\b/, 'powershell'],
  [/^#!.*\bpython/, 'python'],
  [/^#!/, 'bash'],
  [/^#cloud-config\b/, 'cloud-config'],
  [/^\s*<powershell>/i, 'powershell'],
  [
    /(?:^|[\s|;({])(?:Connect|Disconnect|Get|Set|New|Add|Remove|Install|Import|Invoke|Start|Stop|Enable|Write|Out)-[A-Z]\w+/,
    'powershell',
  ],
  [/^[ \t]*(?:\$[A-Za-z_]\w*\s*=|param\s*\()/im, 'powershell'],
];

const SNIFFED_MAX = 4000;

/** Bash for what looks like nothing else. */
export function scriptLanguage(source: Expression): string {
  if (source.kind === 'text') {
    const text = source.region.text.slice(0, SNIFFED_MAX);
    return SIGNS.find(([sign]) => sign.test(text))?.[1] ?? 'bash';
  }
  if (source.kind === 'call') {
    const isFile = source.name === 'read-file' || source.name === 'read-template';
    const [first] = source.args;
    return isFile ? fileLanguage(first) : first ? scriptLanguage(first) : 'bash';
  }
  return 'bash';
}

/** Of the file at a path, by its name. */
export function fileLanguage(path: Expression | undefined): string {
  const name = path?.kind === 'text' ? path.region.text : '';
  return ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? 'bash';
}

/** The interpreter's own name, as `languages` know it: `/bin/bash` is `bash`, `PowerShell.exe` is `powershell`. */
export const interpreterName = (path: string): string =>
  path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .replace(/\.exe$/i, '')
    .toLowerCase();
