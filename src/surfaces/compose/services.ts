//! A service of a compose file: its variables, what is mounted into it, the program that it starts with.
//! Source: https://docs.docker.com/reference/compose-file/services/

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, literalOf, text, unknownExpression } from '../../domain/literal.ts';
import { subRegion } from '../../domain/region.ts';
import { argumentWords } from '../../domain/script-arguments.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  entriesOf,
  itemsOf,
  scalarOf,
  textOf,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { containerStep, restoredFiles } from '../container.ts';
import { type Copied, pathInImage, sourceFolder, withSources } from '../copies.ts';
import { valueOfScalar } from './values.ts';

/** `home`: the folder of the file, `''` for the root. */
export function serviceSteps(service: YamlNode, home: string): readonly Step[] {
  const mounts = itemsOf(childOf(service, 'volumes')).flatMap(mountOf);
  const folder = pathInImage('/', textOf(childOf(service, 'working_dir')) ?? '');
  const copies = mounts.flatMap(({ source, target }): readonly Copied[] =>
    /^\.{1,2}(?:\/|$)/.test(source)
      ? [{ to: pathInImage('/', target), from: source.replace(/^(?:\.\/)+|^\.$|\/+$/g, '') }]
      : [],
  );
  const here = sourceFolder(folder, copies) ?? '';
  const wordsOf = (key: string): readonly Expression[] =>
    wordsIn(childOf(service, key)).map(it =>
      it.kind === 'text' ? text(withSources(it.region, copies, folder, here)) : it,
    );
  const step = containerStep({
    image: textOf(childOf(service, 'image')) ?? '',
    entrypoint: wordsOf('entrypoint'),
    command: wordsOf('command'),
    environment: environmentOf(service),
    files: [...mounts.flatMap(keptSteps), ...environmentFiles(service, home)],
    folder: literal(`/${[home, here].filter(it => it !== '').join('/') || '.'}`, service.at),
    at: service.at,
  });
  return step.kind === 'scope' && step.body.length === 0 ? [] : [step];
}

/** A text is cut into words as a shell would, and no shell runs them. */
function wordsIn(node: YamlNode | undefined): readonly Expression[] {
  const one = scalarOf(node);
  if (one) return argumentWords(valueOfScalar(one));
  return itemsOf(node).flatMap(it => (it.kind === 'scalar' ? [valueOfScalar(it)] : []));
}

/** `NAME: value`, `- NAME=value`; a name alone takes the value of whoever starts it. */
export function environmentOf(service: YamlNode): readonly Entry[] {
  const node = childOf(service, 'environment');
  const named = entriesOf(node).flatMap(({ key, value, at }): readonly Entry[] => {
    const scalar = scalarOf(value);
    return scalar ? [{ name: key.text, value: valueOfScalar(scalar), at }] : [];
  });
  const listed = itemsOf(node).flatMap((item): readonly Entry[] => {
    const scalar = scalarOf(item);
    const [, name, assigned] = /^([A-Za-z_]\w*)(=)?/.exec(scalar?.text ?? '') ?? [];
    if (!scalar || name === undefined) return [];
    const { at } = item;
    if (assigned === undefined) {
      return [{ name, value: unknownExpression({ kind: 'held-by-platform', name }, at), at }];
    }
    const region = subRegion(scalar.region, name.length + 1, scalar.text.length);
    return [{ name, value: valueOfScalar({ ...scalar, text: region.text, region }), at }];
  });
  return [...named, ...listed];
}

/** `env_file`: what stands in it counts as far as `environment` does not say otherwise. */
function environmentFiles(service: YamlNode, home: string): readonly Step[] {
  const node = childOf(service, 'env_file');
  const paths = [node, ...itemsOf(node)].flatMap(
    it => scalarOf(it) ?? scalarOf(childOf(it, 'path')) ?? [],
  );
  const [first] = paths;
  if (!first) return [];
  const { at } = first;
  const files = paths.map((it): Expression => {
    const path = literal(`/${home === '' ? '' : `${home}/`}${it.text}`, it.at);
    return { kind: 'call', name: 'read-variables', args: [path], at: it.at };
  });
  const own: Expression = { kind: 'object', entries: environmentOf(service), at };
  const args: Expression = { kind: 'call', name: 'merge', args: [...files, own], at };
  return [{ kind: 'construct', type: 'app-settings', args, at }];
}

interface Mount {
  readonly source: string;
  readonly target: string;
  readonly at: Step['at'];
}

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

/** A name is a volume that Docker keeps, a path is the host's. */
function keptSteps({ source, target, at }: Mount): readonly Step[] {
  const isPath = /^[.~/\\$%]|^[A-Za-z]:/.test(source);
  const origin = isPath ? 'host' : 'volume';
  return [restoredFiles(literal(target, at), literal(source, at), origin, at)];
}
