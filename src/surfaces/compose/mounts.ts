//! What is mounted into a service: files of the repository, of the machine, of a volume.
//! Source: https://docs.docker.com/reference/compose-file/services/#volumes

import { literal, literalOf, text } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, itemsOf, scalarOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { restoredFiles } from '../container.ts';
import { type Copied, pathInImage } from '../copies.ts';

export interface Mount {
  readonly source: string;
  readonly target: string;
  readonly at: Step['at'];
}

export const mountsOf = (service: YamlNode): readonly Mount[] =>
  itemsOf(childOf(service, 'volumes')).flatMap(mountOf);

/** `~/.azure:/root/.azure:ro`, or the longer form. */
function mountOf(node: YamlNode): readonly Mount[] {
  const { at } = node;
  const source = textOf(childOf(node, 'source'));
  const target = textOf(childOf(node, 'target'));
  if (source !== undefined && target !== undefined) return [{ source, target, at }];
  const short = scalarOf(node);
  const spelled = short ? (literalOf(text(short.region)) ?? '') : '';
  const [, from, to] =
    /^((?:[A-Za-z]:)?(?:\$\{[^}]*\}|[^:])+):([^:]+)(?::[\w,]+)?$/.exec(spelled) ?? [];
  return from === undefined || to === undefined ? [] : [{ source: from, target: to, at }];
}

/** A path is the machine's, a name a volume that Docker keeps. */
const isPath = ({ source }: Mount): boolean => /^[.~/\\$%]|^[A-Za-z]:/.test(source);

/** The session of whoever starts it is its own too. */
export const isSession = (mount: Mount): boolean =>
  isPath(mount) &&
  /(?:^|[\\/])\.azure(?:[\\/]|$)/.test(mount.source) &&
  !/^\.[\\/]/.test(mount.source);

export const filesOf = (mount: Mount): Step => {
  const { source, target, at } = mount;
  const origin = isPath(mount) ? 'host' : 'volume';
  return restoredFiles(literal(target, at), literal(source, at), origin, at);
};

/** Paths below the folder of the file. */
export const copiesOf = ({ source, target }: Mount): readonly Copied[] =>
  /^\.{1,2}(?:\/|$)/.test(source)
    ? [{ to: pathInImage('/', target), from: source.replace(/^(?:\.\/)+|^\.$|\/+$/g, '') }]
    : [];
