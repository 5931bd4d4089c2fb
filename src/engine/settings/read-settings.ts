//! The text of `mfa-ready.yml` to settings, or to the mistakes in it, each with its line.

import { readChecked } from '../checked-file/checked-file.ts';
import type { LineOf } from '../checked-file/lines.ts';
import type { Mistake } from '../checked-file/mistakes.ts';
import { type SettingsFile, settingsSchema } from './schema.ts';
import type { Settings } from './settings.ts';

export type ReadSettings =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/** Never throws. `path` is relative to the scanned root; an empty file changes nothing. */
export function readSettings(path: string, text: string, ruleIds: readonly string[]): ReadSettings {
  const read = readChecked(text, settingsSchema(ruleIds));
  return read.kind === 'mistakes'
    ? read
    : { kind: 'settings', settings: settingsOf(path, read.values, read.lineOf) };
}

function settingsOf(path: string, file: SettingsFile, lineOf: LineOf): Settings {
  return {
    path,
    failOn: file['fail-on'],
    baseline: file.baseline,
    rules: new Map(
      Object.entries(file.rules ?? {}).flatMap(([rule, level]) => (level ? [[rule, level]] : [])),
    ),
    ignored: (file.ignore ?? []).map((pattern, index) => ({
      pattern,
      line: lineOf(['ignore', index]),
    })),
    started: (file['started-elsewhere'] ?? []).map(({ path, by, reach = 'pipeline' }, index) => ({
      pattern: path,
      by,
      reach,
      line: lineOf(['started-elsewhere', index]),
    })),
    trusted: (file.trusted ?? []).map(({ name, 'signs-in-as': signsInAs }, index) => ({
      name,
      signsInAs,
      line: lineOf(['trusted', index]),
    })),
    sovereign: (file.sovereign ?? []).map(({ cloud, tenants = [], accounts = [] }) => ({
      cloud,
      tenants: tenants.map(it => it.toLowerCase()),
      accounts: accounts.map(it => it.toLowerCase()),
    })),
    accepted: (file.accepted ?? []).map(({ rule, path, reason, until }, index) => ({
      rule,
      pattern: path,
      reason,
      until,
      line: lineOf(['accepted', index]),
    })),
  };
}
