//! Compose files: every service is a container that runs on its own once somebody has started it.
//! Source: https://docs.docker.com/reference/compose-file/

import type { FileFacts, Pipeline } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseYaml } from '../../languages/yaml/parse-yaml.ts';
import { childOf, entriesOf } from '../../languages/yaml/tree.ts';
import { serviceSteps } from './services.ts';

export const compose: Surface = {
  id: 'compose',
  title: 'compose file',
  matches: path => NAME.test(path),
  extract,
};

const NAME = /(?:^|\/)(?:docker-|podman-)?compose(?:[._-][\w.-]+)?\.ya?ml$/i;

function extract({ path, text }: SourceFile): FileFacts {
  const { documents, errors } = parseYaml(path, text);
  const home = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const services = entriesOf(childOf(documents[0], 'services'));
  const pipelines = services.flatMap(({ key, value }): readonly Pipeline[] => {
    const body = serviceSteps(value, home);
    if (body.length === 0) return [];
    const title = `service \`${key.text}\``;
    return [{ id: key.text, title, reach: 'automation', body, at: key.at }];
  });
  return { path, pipelines, declarations: [], problems: errors };
}
