//! What a command runs as a whole, and whose own declarations say who acts: a root of Terraform, a project of Pulumi, a template of Packer.

import type { Session } from './sign-in.ts';

export interface Root {
  /** The session of operations that are done by whoever its declarations sign in as. */
  readonly session: Session;
  /** Where it runs: the path itself is a folder, or that of a file; or where the command stands. */
  readonly runsIn: 'path' | 'folder-of-path' | 'current-folder';
  /** Providers that its resources use count without a block to configure them. */
  readonly implied?: ImpliedProviders;
  /** What it runs by itself comes before its providers sign in, and may do so for them. */
  readonly hasHooks?: true;
}

export interface ImpliedProviders {
  /** The type of construct that such a provider counts as. */
  readonly construct: string;
  /** The one that a root is likely to use of which nothing is known. */
  readonly likely: string;
}
