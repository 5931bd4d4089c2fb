//! The options of `sqlcmd` and `bcp`, of which most are one letter.
//! Sources: https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility, https://learn.microsoft.com/sql/tools/bcp-utility

import { type OptionRow, type OptionTable, optionRows } from '../../domain/command-line.ts';

const letters = (valued: string, switches: string): readonly OptionRow[] =>
  optionRows([...[...valued].map(it => `-${it}`), ...[...switches].map(it => `!-${it}`)]);

export const SQLCMD_OPTIONS: OptionTable = {
  style: 'pflag',
  options: [
    ...letters('acdDfFhHijJKlmoqQsStvVwyYPU', 'AbCeEgGIkLMNprRuWxXz'),
    ...optionRows([
      '--authentication-method',
      '--server',
      '--database-name',
      '--query',
      '--initial-query',
      '--input-file',
      '--output-file',
      '--variables',
      '!--use-aad',
    ]),
  ],
};

export const BCP_OPTIONS: OptionTable = {
  style: 'pflag',
  options: letters('abCdefFhiKlLmorStUPV', 'cDEGknNqRTuvwx'),
};
