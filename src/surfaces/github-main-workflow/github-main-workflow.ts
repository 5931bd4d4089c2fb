//! Workflows in HCL, which GitHub ran until September 2019.
//! Source: https://github.blog/changelog/2019-09-17-github-actions-will-stop-running-workflows-written-in-hcl/

import type { FileFacts, Routine } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import { wholeFile } from '../../domain/region.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Problem, Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseHcl } from '../../languages/hcl/parse.ts';
import type { HclError } from '../../languages/hcl/tree.ts';
import { argumentOf, type Block } from '../hcl-block.ts';
import { hclBlocks } from '../hcl-file.ts';
import { type Action, actionsOf, inOrder } from './actions.ts';
import { actionStep } from './starts.ts';
import { withoutTemplates } from './templates.ts';
import { titleOf, wordsOf } from './words.ts';

export const githubMainWorkflow: Surface = {
  id: 'github-main-workflow',
  title: 'GitHub workflow in HCL',
  comments: ['#', '//', '/*'],
  matches: path => /(?:^|\/)\.github\/[^/]+\.workflow$/.test(path),
  extract,
};

function extract({ path, text }: SourceFile): FileFacts {
  const masked = withoutTemplates(text);
  const { body, errors } = parseHcl(masked);
  const blocks = hclBlocks(body, wholeFile(path, masked));
  const routine: Routine = {
    kind: 'routine',
    type: 'github-main-workflow',
    path,
    parameters: [],
    bindings: [],
    body: machinesOf(blocks, { path, start: 0, end: text.length }),
    at: { path, start: 0, end: text.length },
  };
  return { path, pipelines: [], declarations: [routine], problems: problemsOf(path, text, errors) };
}

/** A workflow has a machine of its own; what none of them asks for is read as if one did. */
function machinesOf(blocks: readonly Block[], whole: Span): readonly Step[] {
  const actions = actionsOf(blocks.filter(it => it.type === 'action'));
  const seen = new Set<Action>();
  const machines = blocks
    .filter(it => it.type === 'workflow')
    .map(workflow => {
      const asked = wordsOf(argumentOf(workflow, 'resolves'));
      const own = inOrder(asked, actions);
      for (const action of own) seen.add(action);
      return machineStep(titleOf(workflow), own, workflow.at);
    });
  const names = actions.filter(it => !seen.has(it)).map(it => it.name);
  // With what they need, though a workflow ran that too: they act as whoever signs in there.
  const others = inOrder(names, actions);
  const rest = machineStep('actions that no workflow asks for', others, whole);
  return others.length === 0 ? machines : [...machines, rest];
}

/** Actions share the home folder, and with it the session of the Azure CLI, and the workspace. */
const machineStep = (title: string, actions: readonly Action[], at: Span): Step => ({
  kind: 'scope',
  ends: 'machine',
  environment: [],
  folder: literal('/.', at),
  title,
  body: actions.map(actionStep),
  at,
});

/** The HCL of those years let commas stand where lines end. */
function problemsOf(path: string, text: string, errors: readonly HclError[]): readonly Problem[] {
  const first = errors.find(it => text[it.start] !== ',');
  if (!first) return [];
  const { start, end, message } = first;
  return [
    { at: { path, start, end }, message: `this file could be read only in part: ${message}` },
  ];
}
