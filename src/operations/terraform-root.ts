//! Roots of Terraform, as commands and tasks run them.

import type { Root } from '../domain/root.ts';

export const TERRAFORM_ROOT: Root = {
  session: 'terraform',
  runsIn: 'path',
  implied: { construct: 'terraform-implied-provider', likely: 'azurerm' },
};

/** What a chain of places says of a root before its path. */
export const RUNS_TERRAFORM_ROOT = 'runs the Terraform root';
