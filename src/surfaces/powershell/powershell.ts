//! PowerShell scripts and modules: files that a person or a pipeline runs as they are.

import { wholeFile } from '../../domain/region.ts';
import type { Surface } from '../../domain/surface.ts';
import { powershell as language } from '../../languages/powershell/powershell.ts';
import { scriptFacts } from '../script-file.ts';
import { platformOf } from './unattended.ts';

export const powershell: Surface = {
  id: 'powershell',
  title: 'PowerShell script',
  comments: ['#', '<#'],
  matches,
  extract(file, interest) {
    const program = language.programOf(wholeFile(file.path, file.text), interest);
    const platform = platformOf(file.path, program.steps);
    return scriptFacts(file, program, platform === undefined ? undefined : { platform });
  },
};

const SHEBANG = /^#!.*\b(?:pwsh|powershell)\b/;

function matches(path: string, firstLine: string): boolean {
  return /\.psm?1$/i.test(path) || SHEBANG.test(firstLine);
}
