//! The ways scripts ask where they stand: `$(dirname "$0")`, `$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)`.

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';

/** Longer texts do more than ask for a folder. */
const TEXT_MAX = 200;

const SCRIPT_PATH = /^(?:\$0|\$\{0\}|\$BASH_SOURCE|\$\{BASH_SOURCE(?:\[0\])?\})$/;
const SCRIPT_PATH_CUT = /^\$\{(?:0|BASH_SOURCE(?:\[0\])?)%\/\*\}$/;
const DIRNAME = /^\$\(\s*dirname\s+(?:--\s+)?(.*?)\s*\)$/;
const RESOLVED = /^\$\(\s*(?:readlink\s+-[fe]|realpath)\s+(?:--\s+)?(.*?)\s*\)$/;
const VISITED =
  /^\$\(\s*(?:CDPATH=\s+)?cd\s+(?:-P\s+)?(?:--\s+)?(.*?)\s*(?:(?:[12&]?>\s*\/dev\/null|2>&1)\s*)*(?:&&|;)\s*pwd(?:\s+-[PL])?\s*\)$/;

/** `undefined` when the text is something else. Absolute paths count from the root of the repository. */
export function scriptFolder(text: string, at: Span): Expression | undefined {
  if (text.length > TEXT_MAX || !/\$0|\{0|BASH_SOURCE/.test(text)) return undefined;
  const way = wayFromScript(text.replaceAll('"', '').trim());
  if (way === undefined) return undefined;
  const folder: Expression = { kind: 'call', name: 'module-folder', args: [], at };
  const parts = [literal('/', at), folder, ...(way === '' ? [] : [literal(way, at)])];
  return { kind: 'join', parts, at };
}

/** What to append to the folder of the script: `` for itself, `/..`, `/../lib`. */
function wayFromScript(text: string): string | undefined {
  const tail = /^(\$[({].*[)}])((?:\/[\w.-]+)*)\/?$/.exec(text);
  const [, base = '', rest = ''] = tail ?? [];
  if (!tail) return undefined;
  if (SCRIPT_PATH_CUT.test(base)) return rest;
  const way = wayOf(base);
  return way === undefined ? undefined : way + rest;
}

function wayOf(base: string): string | undefined {
  const path = DIRNAME.exec(base)?.[1];
  if (path !== undefined) {
    if (isScriptPath(path)) return '';
    const way = wayFromScript(path);
    return way === undefined ? undefined : `${way}/..`;
  }
  const folder = (VISITED.exec(base) ?? RESOLVED.exec(base))?.[1];
  return folder === undefined ? undefined : wayFromScript(folder);
}

function isScriptPath(text: string): boolean {
  if (SCRIPT_PATH.test(text)) return true;
  const inner = RESOLVED.exec(text)?.[1];
  return inner !== undefined && SCRIPT_PATH.test(inner);
}
