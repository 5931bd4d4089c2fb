//! What holds at one point of a build: variables are set by steps, the rest is kept here.

import type { Entry } from '../../domain/expression.ts';
import type { Region } from '../../domain/region.ts';
import type { Instruction } from '../../languages/dockerfile/tree.ts';
import { type Copied, sourceFolder, withSources } from '../copies.ts';
import type { Shell } from './shells.ts';

export interface Image {
  /** Of the Dockerfile: what is copied is looked for beside it. */
  readonly home: string;
  readonly escaping: string;
  /** `ARG` before the first stage. */
  readonly shared: readonly Instruction[];
  shell: Shell;
  /** `WORKDIR`, an absolute path in the image. */
  folder: string;
  readonly copies: Copied[];
  /** `ENV`, as far as an app may read it. */
  readonly settings: Entry[];
  entrypoint: Instruction | undefined;
  command: Instruction | undefined;
}

/** Where the repository holds the current folder, with a slash in front: it counts from the root. */
export function folderOf({ home, folder, copies }: Image): string {
  const inside = sourceFolder(folder, copies) ?? '';
  return `/${[home, inside].filter(it => it !== '').join('/') || '.'}`;
}

export const scriptIn = (region: Region, { copies, folder }: Image): Region =>
  withSources(region, copies, folder, sourceFolder(folder, copies) ?? '');
