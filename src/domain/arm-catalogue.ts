//! Which properties of Azure's resource types hold a script, settings, a credential or an identity.

import { ARM_PROPERTIES } from './arm-catalogue.gen.ts';

export interface ArmProperty {
  /** Lower case, without a version: `microsoft.resources/deploymentscripts`. */
  readonly type: string;
  /** From the resource down, `[]` for each item of a list: `properties.containers[].properties.command`. */
  readonly path: string;
  readonly role: ArmRole;
  /** What a script is written in; absent when only its text tells. */
  readonly language?: ArmLanguage;
  readonly encoding?: 'base64';
  /** Holds only when that property of the resource has that value. */
  readonly when?: { readonly path: string; readonly value: string };
  /** Azure never gives its value back. */
  readonly isSecret?: true;
}

export type ArmRole =
  /** A text, or its lines as a list. */
  | 'script'
  /** Where a script is fetched from. */
  | 'script-uri'
  /** One line of arguments for the script. */
  | 'script-arguments'
  /** One line for a shell. */
  | 'command-line'
  /** A program and its arguments, as a list. */
  | 'command'
  /** More arguments of the command, as a list. */
  | 'arguments'
  /** What the program finds in its environment: an object, or a list of names with values. */
  | 'settings'
  /** Values that settings name by `secretRef`: a list of names with values. */
  | 'secrets'
  | 'user-name'
  | 'password'
  | 'identity';

export type ArmLanguage = 'bash' | 'powershell' | 'acr-task';

const PROPERTIES: ReadonlyMap<string, readonly ArmProperty[]> = new Map(
  ARM_PROPERTIES.map(({ type }) => [type, ARM_PROPERTIES.filter(it => it.type === type)]),
);

/** The type in any case and with or without its `@version`; empty for a type that holds nothing of interest. */
export const armPropertiesOf = (type: string): readonly ArmProperty[] =>
  PROPERTIES.get(type.replace(/@.*$/s, '').toLowerCase()) ?? [];
