//! The README of a unit: from the package, where the build puts it, or from the sources.

import { existsSync, readFileSync } from 'node:fs';
import type { Units } from '../engine/analyse.ts';

export type UnitFolder = 'rules' | 'sign-ins' | 'surfaces' | 'operations';

export interface UnitName {
  readonly folder: UnitFolder;
  readonly id: string;
  /** What it is, for a list. */
  readonly title: string;
}

const PLACES = ['./docs/', '../'];

/** `undefined` when the unit has none. */
export function readmeOf(folder: UnitFolder, id: string): string | undefined {
  const files = PLACES.map(place => new URL(`${place}${folder}/${id}/README.md`, import.meta.url));
  const file = files.find(it => existsSync(it));
  return file && readFileSync(file, 'utf8');
}

export const unitNames = (units: Units): readonly UnitName[] => [
  ...units.rules.map(it => ({ folder: 'rules' as const, id: it.id, title: it.summary })),
  ...units.signInForms.map(it => ({ folder: 'sign-ins' as const, id: it.id, title: it.title })),
  ...units.surfaces.map(it => ({ folder: 'surfaces' as const, id: it.id, title: it.title })),
  ...units.operationReaders.map(it => ({
    folder: 'operations' as const,
    id: it.id,
    title: it.title,
  })),
];
