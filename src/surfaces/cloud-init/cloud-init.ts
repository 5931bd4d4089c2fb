//! Files that a machine is given for its first start: `#cloud-config`, and messages of several parts.
//! Source: https://cloudinit.readthedocs.io/en/latest/explanation/format.html

import type { FileFacts, Routine } from '../../domain/facts.ts';
import { text as textOf } from '../../domain/literal.ts';
import { wholeFile } from '../../domain/region.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';

export const cloudInit: Surface = {
  id: 'cloud-init',
  title: 'cloud-init configuration',
  comments: ['#'],
  matches: path => NAME.test(path),
  recognises: text => HEAD.test(text.slice(0, 400)),
  extract,
};

/** They have all kinds of names; what they are their first line says. */
const NAME =
  /(?:\.(?:ya?ml|cfg|conf|config|txt|tpl|tftpl|tmpl|j2|init|mime|data)|(?:^|\/)[^./]*(?:cloud|init|user-?data|custom-?data|bootstrap)[^./]*)$/i;

const HEAD =
  /^\s*(?:##\s*template:\s*\w+\s*\n)?(?:#cloud-config\b|Content-Type:\s*multipart\/mixed|MIME-Version:[^\n]*\n\s*Content-Type:\s*multipart\/mixed)/;

function extract({ path, text }: SourceFile): FileFacts {
  const region = wholeFile(path, text);
  const isMail = !/^\s*#/.test(text) && !/text\/(?:cloud-config|x-shellscript)/i.test(text);
  const { at } = region;
  const routine: Routine = {
    kind: 'routine',
    type: 'cloud-config',
    path,
    leftTo: 'machine',
    parameters: [],
    bindings: [],
    body: isMail ? [] : [{ kind: 'script', language: 'cloud-config', source: textOf(region), at }],
    at,
  };
  return { path, pipelines: [], declarations: [routine], problems: [] };
}
