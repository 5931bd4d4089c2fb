//! Acts as lines of bash, and the scripts that they call.

import { type Draft, mark } from './draft.ts';
import type { Act } from './plan.ts';
import { terraform } from './roots.ts';

export const actLines = (acts: readonly Act[], draft: Draft): readonly string[] =>
  acts.flatMap(act => linesOf(act, draft));

function linesOf(act: Act, draft: Draft): readonly string[] {
  draft.names += 1;
  const name = draft.names;
  switch (act.kind) {
    case 'sign-in':
      return signIn(act, name, draft);
    case 'sign-out':
      return ['az logout'];
    case 'create':
      return [`az group create -l westeurope -n ${mark(draft)}`];
    case 'export-secret':
      return ['export ARM_CLIENT_ID=1111 ARM_CLIENT_SECRET="$SECRET" ARM_TENANT_ID=2222'];
    case 'terraform':
      return terraform(act, name, draft);
    case 'script':
      return script(act, name, draft);
    case 'function':
      return [`act${name}() {`, ...indented(act.acts, draft), '}', `act${name}`];
    case 'process':
      return ['(', ...indented(act.acts, draft), ')'];
    case 'decided':
      return [
        `if [ "$MODE" = ${act.holds ? 'prod' : 'test'} ]; then`,
        ...indented(act.acts, draft),
        'fi',
      ];
    case 'either':
      return [
        `if grep -q x ${name}.txt; then`,
        ...indented(act.acts, draft),
        'else',
        ...indented(act.others, draft),
        'fi',
      ];
  }
}

const indented = (acts: readonly Act[], draft: Draft): readonly string[] =>
  actLines(acts, draft).map(it => `  ${it}`);

function signIn(
  { flags, through }: Act & { kind: 'sign-in' },
  name: number,
  draft: Draft,
): readonly string[] {
  switch (through) {
    case 'words':
      return [`az login ${flags}`];
    case 'variable':
      return [`flags${name}='${flags.replaceAll('"', '')}'`, `az login $flags${name}`];
    case 'array':
      return [
        `flags${name}=(${flags})`,
        `flags${name}+=(--output none)`,
        `az login "\${flags${name}[@]}"`,
      ];
    case 'argument':
      draft.files.set(`tools/sign-in${name}.sh`, '#!/bin/bash\naz login "$@"\n');
      return [`"$GITHUB_WORKSPACE/tools/sign-in${name}.sh" ${flags}`];
    case 'later-variable':
      return [`set -- ${flags}`, 'az login "$@"'];
  }
}

function script(
  { manner, acts }: Act & { kind: 'script' },
  name: number,
  draft: Draft,
): readonly string[] {
  const folder = `scripts/s${name}`;
  const path = `${folder}/run.sh`;
  draft.files.set(path, `#!/bin/bash\n${actLines(acts, draft).join('\n')}\n`);
  const place = `"$GITHUB_WORKSPACE/${path}"`;
  switch (manner) {
    case 'bash':
      return [`bash -e ${place}`];
    case 'path':
      return [`chmod +x ${place} && ${place}`];
    case 'source':
      return [`source ${place}`];
    case 'folder':
      return [`(cd "$GITHUB_WORKSPACE/${folder}" && ./run.sh)`];
  }
}
