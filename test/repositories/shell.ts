//! Acts as lines of bash, and the scripts that they call.

import type { Act, SignIn } from './acts.ts';
import { type Draft, mark, nextName } from './draft.ts';
import { rootFiles, wordsAround } from './roots.ts';

/** `home` is the folder of the file that holds the lines; `undefined` for lines of a pipeline. */
export const actLines = (
  acts: readonly Act[],
  home: string | undefined,
  draft: Draft,
): readonly string[] => acts.flatMap(act => linesOf(act, home, draft));

export const EXPORT_SECRETS =
  'export ARM_CLIENT_ID=1111 ARM_CLIENT_SECRET="$SECRET" ARM_TENANT_ID=2222';

function linesOf(act: Act, home: string | undefined, draft: Draft): readonly string[] {
  const name = nextName(draft);
  const within = (acts: readonly Act[]): readonly string[] =>
    actLines(acts, home, draft).map(it => `  ${it}`);
  switch (act.kind) {
    case 'sign-in': {
      const lines = signIn(act, name, draft);
      return act.mayFail ? [...lines.slice(0, -1), `${lines.at(-1)} || true`] : lines;
    }
    case 'sign-out':
      return [act.command];
    case 'create':
      return [createLine(act, draft)];
    case 'export-secret':
      return [EXPORT_SECRETS];
    case 'terraform':
      return terraform(act, name, draft);
    case 'script':
      return script(act, name, home, draft);
    case 'function':
      return [`act${name}() {`, ...within(act.acts), '}', `act${name}`];
    case 'process':
      return ['(', ...within(act.acts), ...ending(act.ends).map(it => `  ${it}`), ')'];
    case 'own-folder':
      return ['(', `  export AZURE_CONFIG_DIR=/tmp/own${name}`, ...within(act.acts), ')'];
    case 'container':
      return [CONTAINER, ...within(act.acts), "'"];
    case 'decided':
      return decided(act, name, within(act.acts));
    case 'either':
      return [
        `if grep -q x ${name}.txt; then`,
        ...within(act.acts),
        'else',
        ...within(act.others),
        'fi',
      ];
  }
}

const CONTAINER = "docker run --rm -e SECRET mcr.microsoft.com/azure-cli bash -c '";

const createLine = (act: Act, draft: Draft): string =>
  `az group create -l westeurope -n ${mark(act, draft)}`;

/** Nothing behind it runs. */
const ending = (ends: boolean): readonly string[] =>
  ends ? ['exit 0', 'az login --use-device-code'] : [];

function decided(
  { holds, spelling }: Act & { kind: 'decided' },
  name: number,
  lines: readonly string[],
): readonly string[] {
  const text = holds ? 'prod' : 'test';
  switch (spelling) {
    case 'test':
      return [`if [ "$MODE" = ${text} ]; then`, ...lines, 'fi'];
    case 'pattern':
      return [`if [[ "$MODE" == ${text.slice(0, 2)}* && -n "$MODE" ]]; then`, ...lines, 'fi'];
    case 'case':
      return ['case "$MODE" in', `  ${text}|none)`, ...lines, '    ;;', '  *) : ;;', 'esac'];
    case 'and':
      return [`if [ "$MODE" = ${text} ] && [ "$MODE" != none ]; then`, ...lines, 'fi'];
    case 'argument':
      return [
        `when${name}() {`,
        `  if [ "$1" = prod ]; then`,
        ...lines,
        '  fi',
        '}',
        `when${name} ${text}`,
      ];
  }
}

function signIn({ flags, through }: SignIn, name: number, draft: Draft): readonly string[] {
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
      return [`"${draft.root}/tools/sign-in${name}.sh" ${flags}`];
    case 'later-variable':
      return [`set -- ${flags}`, 'az login "$@"'];
    case 'function':
      return [`sign_in${name}() {`, '  az login "${@:2}"', '}', `sign_in${name} now ${flags}`];
    case 'file':
      draft.files.set(`tools/flags${name}.sh`, `flags${name}=(${flags})\n`);
      return [`source "${draft.root}/tools/flags${name}.sh"`, `az login "\${flags${name}[@]}"`];
    case 'text':
      return [`eval 'az login ${flags}'`];
  }
}

function terraform(
  act: Act & { kind: 'terraform' },
  name: number,
  draft: Draft,
): readonly string[] {
  const folder = `infra/root${name}`;
  for (const [path, text] of Object.entries(rootFiles(act.root))) {
    draft.files.set(`${folder}/${path}`, text);
  }
  const { before, behind } = wordsAround(act.root);
  const rest = `apply -auto-approve${behind} -var=mark=${mark(act, draft)}`;
  const root = `"${draft.root}/${folder}"`;
  switch (act.stands) {
    case 'chdir':
      return [`${before}terraform -chdir=${root} ${rest}`];
    case 'cd':
      return [`(cd ${root} && ${before}terraform ${rest})`];
    case 'pushd':
      return [`pushd ${root}`, `${before}terraform ${rest}`, 'popd'];
    case 'script':
      draft.files.set(
        `${folder}/apply.sh`,
        `#!/bin/bash\nset -e\ncd "$(dirname "$0")"\n${before}terraform ${rest}\n`,
      );
      return [`"${draft.root}/${folder}/apply.sh"`];
  }
}

function script(
  { manner, ends, acts }: Act & { kind: 'script' },
  name: number,
  home: string | undefined,
  draft: Draft,
): readonly string[] {
  // Beside a file that is sourced itself `$0` is another: it says where it stands in its own way.
  const isBeside = /beside/.test(manner) && home !== undefined;
  const folder = isBeside ? `${home}/s${name}` : `scripts/s${name}`;
  const isSourced = /source/.test(manner);
  const lines = [...actLines(acts, folder, draft), ...(isSourced ? [] : ending(ends))];
  draft.files.set(`${folder}/run.sh`, `#!/bin/bash\n${lines.join('\n')}\n`);
  const place = isBeside
    ? `"$(dirname "\${BASH_SOURCE[0]}")/s${name}/run.sh"`
    : `"${draft.root}/${folder}/run.sh"`;
  switch (manner) {
    case 'bash':
    case 'beside':
      return [`bash -e ${place}`];
    case 'path':
      return [`chmod +x ${place} && ${place}`];
    case 'source':
    case 'source-beside':
      return [`source ${place}`];
    case 'folder':
      return [`(cd "${draft.root}/${folder}" && ./run.sh)`];
  }
}
