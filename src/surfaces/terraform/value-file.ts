//! Files of values: `.tfvars` for a root's variables, `.tfbackend` for its backend.
//! Source: https://developer.hashicorp.com/terraform/language/values/variables

import type { Entry } from '../../domain/expression.ts';
import type { ValueFile } from '../../domain/facts.ts';
import { folderOf } from './folder.ts';

const AUTOMATIC = /(?:^|\/)(?:terraform|[^/]*\.auto)\.tfvars(?:\.json)?$/;

/** A file of another name that `init` names is read for what its lines say. */
const BACKEND = /\.tfbackend$/;

export const isValueFile = (path: string): boolean =>
  /\.tfvars(?:\.json)?$/.test(path) || BACKEND.test(path);

/** `terraform.tfvars`, the same in JSON, and then all others in the order of their names. */
const rankOf = (path: string): number =>
  /\.auto\.tfvars/.test(path) ? 2 : path.endsWith('.json') ? 1 : 0;

/** Terraform reads `terraform.tfvars` and `*.auto.tfvars` by itself; the others are named on a command line. */
export function valueFile(path: string, values: readonly Entry[], length: number): ValueFile {
  const at = { path, start: 0, end: length };
  if (BACKEND.test(path)) {
    return { kind: 'values', type: 'terraform-backend', path, values, at };
  }
  const serves = AUTOMATIC.test(path) ? { serves: folderOf(path), rank: rankOf(path) } : {};
  return { kind: 'values', type: 'terraform-module', path, ...serves, values, at };
}
