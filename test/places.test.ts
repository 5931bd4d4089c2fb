//! A command inside a script inside a file stands where the finding says, to the column.

import { describe, expect, it } from 'vitest';
import type { Expression } from '../src/domain/expression.ts';
import { literalOf } from '../src/domain/literal.ts';
import { placeOf, sourceFile } from '../src/domain/source-file.ts';
import type { Span } from '../src/domain/span.ts';
import type { Step } from '../src/domain/step.ts';
import type { Surface } from '../src/domain/surface.ts';
import { decode } from '../src/engine/decode.ts';
import { bash } from '../src/languages/bash/bash.ts';
import { bicep } from '../src/surfaces/bicep/bicep.ts';
import { githubAction } from '../src/surfaces/github-action/github-action.ts';
import { githubWorkflow } from '../src/surfaces/github-workflow/github-workflow.ts';
import { terraform } from '../src/surfaces/terraform/terraform.ts';

interface Case {
  readonly name: string;
  readonly surface: Surface;
  readonly path: string;
  /** `»` stands before each `az` and is no part of the text. */
  readonly lines: readonly string[];
}

/** A job's step: what stands after `run:`. */
const run = (name: string, lines: readonly string[]): Case => ({
  name: `workflow, ${name}`,
  surface: githubWorkflow,
  path: '.github/workflows/a.yml',
  lines: [
    'on: push',
    'jobs:',
    '  😀:',
    '    steps:',
    ...lines.map((line, at) => (at === 0 ? `      - run: ${line}` : line)),
  ],
});

/** A provisioner: what stands after `command =`. */
const command = (name: string, lines: readonly string[]): Case => ({
  name: `Terraform, ${name}`,
  surface: terraform,
  path: 'main.tf',
  lines: [
    'resource "null_resource" "x" {',
    '  provisioner "local-exec" {',
    ...lines.map((line, at) => (at === 0 ? `    command = ${line}` : line)),
    '  }',
    '}',
  ],
});

/** A deployment script: what stands after `scriptContent:`. */
const content = (name: string, lines: readonly string[]): Case => ({
  name: `Bicep, ${name}`,
  surface: bicep,
  path: 'main.bicep',
  lines: [
    "resource x 'Microsoft.Resources/deploymentScripts@2023-08-01' = {",
    "  kind: 'AzureCLI'",
    '  properties: {',
    ...lines.map((line, at) => (at === 0 ? `    scriptContent: ${line}` : line)),
    '  }',
    '}',
  ],
});

const CASES: readonly Case[] = [
  run('plain', ['echo 😀 && »az login']),
  run('plain on lines', ['echo &&', '          »az login &&', '            »az account show']),
  run('single quotes', [`'echo ''it'' && »az login -u "it''s"'`]),
  run('single quotes on lines', ["'echo && ", '', "          »az login'"]),
  run('double quotes', ['"echo \\"é\\" \\u00e9 \\U0001F600 && »az login"']),
  run('double quotes on lines', ['"echo x \\', '          && »az login"']),
  run('literal', [
    '|',
    '          # 😀',
    '          »az login',
    '',
    '            »az account show',
  ]),
  run('literal with tabs', ['|-', '          \techo 😀; »az login']),
  run('literal with an indentation indicator', ['|2', '          »az login']),
  run('literal with continued lines', ['|+', '          »az \\', '            login', '']),
  run('folded', [
    '>',
    '          echo 😀 &&',
    '          »az login &&',
    '          »az account show',
    '',
  ]),
  run('folded strip', ['>-  # why', '          echo', '', '          »az login']),
  run('behind a hole', [`echo \${{ secrets.X }} && »az login`]),
  run('heredoc', [
    '|',
    '          bash <<EOF',
    '            »az login',
    '          EOF',
    '          EOF',
  ]),
  run('heredoc with tabs', [
    '|',
    '          bash <<-EOF',
    '          \t»az login',
    '          \tEOF',
  ]),
  run('in quotes of bash -c', ['|', `          bash -c "echo '😀'; »az login"`]),
  run('in mixed quotes of bash -c', [`bash -c 'echo '"'"'x'"'"'; »az login'`]),
  run('command substitution', ['|', '          X="$(»az login)" && Y=`»az account show`']),
  {
    name: 'composite action',
    surface: githubAction,
    path: 'action.yml',
    lines: [
      'runs:',
      '  using: composite',
      '  steps:',
      '  - shell: bash',
      '    run: |',
      '      »az login',
    ],
  },
  command('quoted', ['"echo \\"😀\\" && »az login"']),
  command('quoted with escapes', [`"echo $\${X} \\u00e9\\n»az login -u \${var.x}"`]),
  command('heredoc', ['<<EOT', '      echo 😀', '      »az login', 'EOT']),
  command('indented heredoc', ['<<-EOT', `      echo \${var.x}`, '        »az login', '      EOT']),
  command('shell heredoc in one', ['<<-EOT', '    bash <<X', '    »az login', '    X', '    EOT']),
  content('multi-line', ["'''", 'echo 😀', '\t»az login', "'''"]),
  content('multi-line at once', ["'''»az login'''"]),
  content('quoted', ["'echo \\'\\u{1F600}\\'\\n »az login'"]),
  content('interpolated', [`'echo \${resourceGroup().id} && »az login'`]),
  {
    name: 'Terraform in JSON',
    surface: terraform,
    path: 'main.tf.json',
    lines: [
      '{ "resource": { "null_resource": { "x": { "provisioner": {',
      '  "local-exec": { "command": "echo \\"😀\\"\\n»az login" } } } } } }',
    ],
  },
];

const commandsIn = (steps: readonly Step[]): readonly Step[] =>
  steps.flatMap((step): readonly Step[] => {
    switch (step.kind) {
      case 'command':
        return [step];
      case 'scope':
      case 'detached':
      case 'loop':
      case 'define':
        return commandsIn(step.body);
      case 'branch':
        return step.arms.flatMap(commandsIn);
      case 'script':
        return step.source.kind === 'text'
          ? commandsIn(bash.programOf(step.source.region).steps)
          : [];
      case 'assign':
        return commandsWithin(step.value);
      default:
        return [];
    }
  });

function commandsWithin(expression: Expression): readonly Step[] {
  if (expression.kind === 'output') return commandsIn(expression.of);
  if (expression.kind === 'split') return commandsWithin(expression.of);
  return expression.kind === 'join' ? expression.parts.flatMap(commandsWithin) : [];
}

const azIn = (step: Step): readonly Span[] => {
  if (step.kind !== 'command') return [];
  const [name] = step.words;
  const inside = step.words.flatMap(commandsWithin).flatMap(azIn);
  return name && literalOf(name) === 'az' ? [step.at, ...inside] : inside;
};

function azPlaces({ surface, path }: Case, text: string): readonly string[] {
  const decoded = decode(new TextEncoder().encode(text));
  expect(decoded.kind).toBe('text');
  const file = sourceFile(path, decoded.kind === 'text' ? decoded.text : '');
  const { pipelines, declarations } = surface.extract(file);
  const routines = declarations.flatMap(it => (it.kind === 'routine' ? [it] : []));
  const steps = [...pipelines, ...routines].flatMap(it => it.body);
  return commandsIn(steps)
    .flatMap(azIn)
    .map(span => placeOf(file, span))
    .map(({ line, column }) => `${line}:${column}`);
}

/** Of each `»`, counted in the text without them. */
const markedPlaces = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .flatMap((line, index) =>
      [...line.matchAll(/»/g)].map((mark, before) => `${index + 1}:${mark.index - before + 1}`),
    );

describe.each(CASES)('$name', sample => {
  const text = `${sample.lines.join('\n')}\n`;
  const mark = sample.surface === bicep ? '//' : '#';

  it.each([
    ['line feeds', text],
    ['carriage returns', text.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${text}`],
    ['emoji above', sample.path.endsWith('.json') ? `\n${text}` : `${mark} 😀\t😀\n${text}`],
  ])('is exact with %s', (_, marked) => {
    const places = markedPlaces(marked.replace('\ufeff', ''));
    expect(places).not.toEqual([]);
    expect(azPlaces(sample, marked.replaceAll('»', ''))).toEqual(places);
  });
});
