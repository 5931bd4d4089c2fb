//! What a command line of an engine builds and starts.

import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import type { Call } from '../../domain/call.ts';
import { sampleCommand, sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { docker } from './docker.ts';

const shown = (call: Call): string =>
  (docker.read(call, sampleEnvironment())?.runs ?? [])
    .map(it => (it.kind === 'steps' ? outline(it.steps) : it.kind))
    .join('\n');

const DOCKERFILES = '(Dockerfile | Containerfile)';

it.each<readonly [string, readonly string[]]>([
  [
    'docker build -t app .',
    ['scope machine in . kept as app', `  run container-image join(${DOCKERFILES})`],
  ],
  [
    'docker buildx build web --push --tag=a -t b --platform linux/amd64',
    ['scope machine in web kept as a kept as b', `  run container-image join(${DOCKERFILES})`],
  ],
  [
    'podman build -f ops/web.dockerfile --target prod --build-arg A=1 --build-arg B -t app .',
    [
      'scope machine build argument A=1 build argument B=<variable B> build folder=. kept as app',
      '  run container-image join(ops/web.dockerfile + # + prod)',
    ],
  ],
  [
    'az acr build -r "$REGISTRY" -t app:1 .',
    [
      'scope machine in . kept as join(?not evaluated (`$REGISTRY`) + .azurecr.io/ + app:1)',
      `  run container-image join(${DOCKERFILES})`,
    ],
  ],
  ['docker build -', []],
  ['docker build https://github.com/contoso/app.git', []],
  ['docker build', []],
  ['docker push app', []],
  ['az acr login -n contoso', []],
  [
    'docker run -it --rm -eA=1 -p 80:80 app "az login"',
    [
      'scope machine A=1 as app',
      '  command container() az login',
      'else',
      '  scope',
      '    command az login',
    ],
  ],
  [
    'docker --context remote container run -v ~/.azure:/root/.azure app',
    ['scope AZURE_CONFIG_DIR=~/.azure as app', '  command container()', 'else', '  scope'],
  ],
  [
    'docker run --entrypoint az app login',
    ['scope machine as app', '  command az login', 'else', '  scope', '    command az login'],
  ],
  [
    'docker run -v ./infra:/work/ -w /work/web app /work/run.sh /elsewhere',
    [
      'scope machine as app',
      '  command container() ./infra/run.sh /elsewhere',
      'else',
      '  scope in ./infra/web',
      '    command ./infra/run.sh /elsewhere',
    ],
  ],
  ['docker run', []],
  [
    'docker exec -it -w /work -e A=1 tools bash -c "az login"',
    [
      'scope AZURE_CONFIG_DIR= AZD_CONFIG_DIR= HOME=join(/container/home/ + tools) A=1',
      '  bash az login',
    ],
  ],
])('%s', (line, expected) => {
  expect(
    shown(sampleCommand(line))
      .split('\n')
      .filter(it => it !== ''),
  ).toEqual(expected);
});

it('takes the next word for the image where what may be options is unknown', () => {
  expect(shown(sampleCommand('docker run $OPTIONS app az login'))).toContain(
    'scope machine as app\n    command container() az login',
  );
});

it('reads what the action builds, each tag a name', () => {
  const call = sampleComponent('docker/build-push-action', {
    context: 'web',
    file: 'web/prod.dockerfile',
    'build-args': 'A=1\nB=2',
    tags: 'app:1\ncontoso/app:1, app',
  });
  expect(shown(call)).toBe(
    'scope machine build argument A=1 build argument B=2 build folder=web kept as app:1 kept as contoso/app:1 kept as app\n' +
      '  run container-image join(web/prod.dockerfile)',
  );
});
