//! The parts of a `#cloud-config` that run something, in the order in which cloud-init comes to them.
//! Source: https://cloudinit.readthedocs.io/en/latest/reference/modules.html

import { programSteps } from '../../domain/argument-vector.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal, template } from '../../domain/literal.ts';
import type { Region } from '../../domain/region.ts';
import type { Step } from '../../domain/step.ts';
import { type Mark, withMarks } from '../yaml/templated.ts';
import {
  childOf,
  isEmpty,
  itemsOf,
  scalarOf,
  textOf,
  type YamlNode,
  type YamlScalar,
} from '../yaml/tree.ts';

export interface Reading {
  /** The text, where it stands. */
  readonly host: Region;
  readonly marks: readonly Mark[];
}

/** Whatever `bootcmd` and `runcmd` start finds the files of `write_files` but for the first of them, at the first start. */
export function configurationSteps(root: YamlNode, reading: Reading): readonly Step[] {
  const files = itemsOf(childOf(root, 'write_files'));
  return [
    ...commandSteps(childOf(root, 'bootcmd'), reading),
    ...files.flatMap(it => fileSteps(it, reading)),
    ...commandSteps(childOf(root, 'runcmd'), reading),
    ...files.flatMap(it => startedSteps(it, reading)),
  ];
}

/** Lines of one shell script; a list is one command. */
function commandSteps(node: YamlNode | undefined, reading: Reading): readonly Step[] {
  const items = node?.kind === 'scalar' ? [node] : itemsOf(node);
  return items.flatMap((item): readonly Step[] => {
    if (isEmpty(item)) return [];
    if (item.kind === 'scalar') {
      const source = valueOfScalar(item, reading);
      return [{ kind: 'script', language: 'bash', source, at: source.at }];
    }
    const words = itemsOf(item).flatMap(it => scalarOf(it) ?? []);
    const [first] = words;
    if (!first) return [];
    const given = words.map(it => valueOfScalar(it, reading));
    return programSteps(given, valueOfScalar(first, reading).at);
  });
}

const valueOfScalar = ({ region }: YamlScalar, { host, marks }: Reading): Expression =>
  template(withMarks(region, marks, host));

function fileSteps(file: YamlNode, reading: Reading): readonly Step[] {
  const path = scalarOf(childOf(file, 'path'));
  const content = scalarOf(childOf(file, 'content'));
  if (!path || !content) return [];
  const text = valueOfScalar(content, reading);
  const encoding = textOf(childOf(file, 'encoding')) ?? '';
  if (/^gz/i.test(encoding)) return [];
  const isEncoded = /^(?:b64|base64)$/i.test(encoding);
  return [
    {
      kind: 'write',
      target: valueOfScalar(path, reading),
      content: isEncoded
        ? { kind: 'call', name: 'decode-base64', args: [text], at: text.at }
        : text,
      appends: /^true$/i.test(textOf(childOf(file, 'append')) ?? ''),
      at: valueOfScalar(path, reading).at,
    },
  ];
}

/** cloud-init runs what it finds here by itself. */
const STARTED = /^\/var\/lib\/cloud\/scripts\/per-(?:boot|instance|once)\/[^/]+$/;

function startedSteps(file: YamlNode, reading: Reading): readonly Step[] {
  const path = scalarOf(childOf(file, 'path'));
  if (!path || !STARTED.test(path.text)) return [];
  const { at } = valueOfScalar(path, reading);
  return [
    {
      kind: 'run',
      routine: 'script',
      path: literal(path.text, at),
      inputs: [],
      arguments: [],
      sharesProcess: false,
      at,
    },
  ];
}
