//! Variables of a service: `environment`, `env_file`, arguments of its build.
//! Source: https://docs.docker.com/reference/compose-file/services/#environment

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { subRegion } from '../../domain/region.ts';
import { childOf, entriesOf, itemsOf, scalarOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { valueOfScalar, variableOutside } from './values.ts';

/** `NAME: value`, `- NAME=value`; a name alone takes the value of whoever starts it. */
export function variablesIn(node: YamlNode | undefined): readonly Entry[] {
  const named = entriesOf(node).flatMap(({ key, value, at }): readonly Entry[] => {
    const scalar = scalarOf(value);
    return scalar ? [{ name: key.text, value: valueOfScalar(scalar), at }] : [];
  });
  const listed = itemsOf(node).flatMap((item): readonly Entry[] => {
    const scalar = scalarOf(item);
    const [, name, assigned] = /^([A-Za-z_]\w*)(=)?/.exec(scalar?.text ?? '') ?? [];
    if (!scalar || name === undefined) return [];
    const { at } = item;
    if (assigned === undefined) return [{ name, value: variableOutside(name, at), at }];
    const region = subRegion(scalar.region, name.length + 1, scalar.text.length);
    return [{ name, value: valueOfScalar({ ...scalar, text: region.text, region }), at }];
  });
  return [...named, ...listed];
}

/** `env_file`: what stands in it counts as far as `environment` does not say otherwise. */
export function variableFiles(service: YamlNode, home: string): readonly Expression[] {
  const node = childOf(service, 'env_file');
  const paths = [node, ...itemsOf(node)].flatMap(
    it => scalarOf(it) ?? scalarOf(childOf(it, 'path')) ?? [],
  );
  return paths.map((it): Expression => {
    const path = literal(`/${home === '' ? '' : `${home}/`}${it.text}`, it.at);
    return { kind: 'call', name: 'read-variables', args: [path], at: it.at };
  });
}
