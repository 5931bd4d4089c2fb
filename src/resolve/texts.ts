//! A text that is run as a program, inside the texts that are running already.

import type { Region } from '../domain/region.ts';
import type { Program } from '../domain/surface.ts';
import { CALLS_DEEP_MAX } from './budget.ts';
import type { Frame } from './world.ts';

export interface Entered {
  readonly program: Program;
  readonly frame: Frame;
}

/** `undefined` when no language reads it, and when it runs itself: the second time holds nothing new. */
export function enterText(language: string, region: Region, frame: Frame): Entered | undefined {
  const { texts, world } = frame;
  const { at, text } = region;
  // Several texts may be put together at one place; the same one again is as long.
  const key = `${language} ${at.path}:${at.start}:${text.length}`;
  if (texts.has(key) || texts.size >= CALLS_DEEP_MAX) return undefined;
  const program = world.programOf(language, region);
  return program && { program, frame: { ...frame, texts: new Set([...texts, key]) } };
}
