//! Files of variables (`.env`): what programs that load them find in their environment.
//! Source: https://github.com/motdotla/dotenv#rules

import type { Entry } from '../../domain/expression.ts';
import type { FileFacts, Routine } from '../../domain/facts.ts';
import { settingsOf } from '../../domain/image-program.ts';
import { literal } from '../../domain/literal.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';

export const envFile: Surface = {
  id: 'env-file',
  title: 'file of variables',
  comments: ['#'],
  matches: path => FILE.test(path) && !SAMPLE.test(path),
  extract,
};

const FILE = /(?:^|\/)[\w.-]*\.env(?:\.[\w-]+)*$/i;

/** To be copied and filled in. */
const SAMPLE = /example|sample|template|dist$|\.(?:md|txt|enc|gpg)$/i;

const LINE =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\r\n#]*))/gm;

function extract({ path, text }: SourceFile): FileFacts {
  const body = settingsOf(entriesOf(path, text));
  const at = { path, start: 0, end: text.length };
  const routine: Routine = {
    kind: 'routine',
    type: 'env-file',
    path,
    parameters: [],
    bindings: [],
    body,
    at,
  };
  return { path, pipelines: [], declarations: body.length === 0 ? [] : [routine], problems: [] };
}

/** Those that hold something. */
function entriesOf(path: string, text: string): readonly Entry[] {
  return [...text.matchAll(LINE)].flatMap((match): readonly Entry[] => {
    const [line, name = '', ...values] = match;
    const value = values.find(it => it !== undefined)?.trim() ?? '';
    const start = match.index + line.search(/\S/);
    const at = { path, start, end: match.index + line.trimEnd().length };
    return value === '' ? [] : [{ name, value: literal(value, at), at }];
  });
}
