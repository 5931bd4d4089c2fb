//! What holds at one point of a build: variables are set by steps, the rest is kept here.

import type { Entry } from '../../domain/expression.ts';
import type { Region } from '../../domain/region.ts';
import type { Instruction } from '../../languages/dockerfile/tree.ts';
import { type Copied, sourceFolder, withSources } from '../copies.ts';
import type { Shell } from './shells.ts';

export interface Image {
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

/** Where the repository holds the current folder, from the folder that the image is built of. */
export const folderOf = ({ folder, copies }: Image): string => sourceFolder(folder, copies) || '.';

export const scriptIn = (region: Region, { copies, folder }: Image): Region =>
  withSources(region, copies, folder, sourceFolder(folder, copies) ?? '');
