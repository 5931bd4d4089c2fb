//! Variables that Terraform sets for workspaces of HCP Terraform: some of them say how runs there sign in.
//! Source: https://registry.terraform.io/providers/hashicorp/tfe/latest/docs/resources/variable

import { literalOf } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { argumentOf, type Block, objectOf } from '../hcl-block.ts';

/** Those of the environment, as settings of the workspace. */
export function workspaceSteps(resource: Block): readonly Step[] {
  if (resource.labels[0] !== 'tfe_variable') return [];
  const category = argumentOf(resource, 'category');
  const key = argumentOf(resource, 'key');
  const name = key && literalOf(key);
  const value = argumentOf(resource, 'value') ?? argumentOf(resource, 'value_wo');
  if (name === undefined || !value || (category && literalOf(category) !== 'env')) return [];
  const { at } = resource;
  const args = objectOf([{ name, value, at }], at);
  return [{ kind: 'construct', type: 'hcp-workspace', args, at }];
}
