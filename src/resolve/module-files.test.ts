//! The paths that a module of PowerShell may have.

import { expect, it } from 'vitest';
import { datumText, stringDatum } from './datum.ts';
import { modulePaths } from './module-files.ts';

const at = { path: 'a.ps1', start: 0, end: 0 };

it.each([
  ['./Lib.psm1', ['./Lib.psm1']],
  ['./Lib.psd1', ['./Lib.psm1']],
  ['..\\Lib\\', ['..\\Lib.psm1', '..\\Lib/Lib.psm1', '..\\Lib\\']],
  ['Az.Accounts', ['Az.Accounts.psm1', 'Az.Accounts/Az.Accounts.psm1', 'Az.Accounts']],
  ['/lib/__init__.py', ['/lib/__init__.py']],
  ['..', ['..']],
  ['', ['']],
])('%s', (path, paths) => {
  expect(modulePaths(stringDatum(path, at)).map(it => datumText(it))).toStrictEqual(paths);
});
