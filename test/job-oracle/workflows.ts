//! Generated workflows: those of which everything is known, and those that may go one way or the other.

import fc from 'fast-check';
import { lists } from '../bash-oracle/statements.ts';
import type { Condition } from './conditions.ts';
import type { ActionStep, JobStep, RunStep, Values, Workflow } from './plan.ts';
import { handed, linesIn, NAMES, type Surroundings, texts } from './sure-lines.ts';

type Knowledge = 'sure' | 'open';

// What a program of its own sees of it is what is exported.
const HEAD =
  'rg=web user=me\nexport flags="-o json" rg\nargs=(--first "second one") names=() more=(-o json)';

const environment = fc.record(Object.fromEntries(NAMES.map(name => [name, texts])));

/** Some of these names, each with a value. */
const some = (names: readonly string[], value: fc.Arbitrary<string>): fc.Arbitrary<Values> =>
  fc
    .subarray([...names])
    .chain(all => fc.record(Object.fromEntries(all.map(name => [name, value]))));

const conditionNames = (contexts: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...contexts);

function conditions(contexts: readonly string[], knowledge: Knowledge): fc.Arbitrary<Condition> {
  const name = conditionNames(contexts);
  const status = fc.constantFrom<Condition>(
    { kind: 'status', name: 'success' },
    { kind: 'status', name: 'always' },
    { kind: 'not-cancelled' },
    ...(knowledge === 'open' ? [{ kind: 'status' as const, name: 'failure' as const }] : []),
  );
  const asked: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ kind: fc.constant('equals' as const), name, text: texts, isEqual: fc.boolean() }),
    fc.record({
      kind: fc.constant('part' as const),
      how: fc.constantFrom('contains' as const, 'startsWith' as const, 'endsWith' as const),
      name,
      text: fc.constantFrom('p', 'pr', 'Prod', 'v', '-1'),
    }),
    fc.record({ kind: fc.constant('set' as const), name }),
  );
  const one = fc.oneof({ weight: 3, arbitrary: asked }, status);
  return fc.oneof(
    { weight: 4, arbitrary: one },
    fc.record({ kind: fc.constant('not' as const), of: asked }),
    fc.record({ kind: fc.constant('all' as const), of: fc.tuple(one, asked) }),
    // Not `failure() || …`: where the other is known to be false, a failure is not reckoned with.
    fc.record({ kind: fc.constant('any' as const), of: fc.tuple(asked, asked) }),
  );
}

interface Place {
  readonly knowledge: Knowledge;
  readonly contexts: readonly string[];
  readonly callees: readonly string[];
  readonly folders: readonly string[];
}

/** Every step gives out `how`, which steps after it may ask for. */
function runs(id: string, place: Place): fc.Arbitrary<RunStep> {
  const { knowledge, contexts, callees, folders } = place;
  const isSure = knowledge === 'sure';
  const around: Surroundings = { contexts, callees, hasArguments: false, isStep: isSure };
  const sure = linesIn(around, 1);
  const open = lists(1, { callees, isInFunction: false, isInLoop: false });
  // What a step writes after something failed is not written: then it writes first.
  const lines = isSure ? sure : fc.tuple(handed, fc.oneof(sure, open)).map(all => all.join('\n'));
  const value = fc.oneof(texts, fc.constantFrom(...contexts.map(it => `\${{ ${it} }}`)));
  return fc.record({
    kind: fc.constant('run' as const),
    id: fc.constant(id),
    condition: fc.option(conditions([...contexts, 'env.LATE'], knowledge), {
      nil: undefined,
      freq: 2,
    }),
    environment: fc
      .tuple(some(['STAGE', 'REGION'], value), value)
      .map(([all, late]) => ({ ...all, LATE: late })),
    shell: fc.constantFrom(undefined, 'bash' as const),
    folder: fc.option(fc.constantFrom(...folders), { nil: undefined }),
    continues: isSure ? fc.constant(false) : fc.boolean(),
    lines: fc
      .tuple(value, lines)
      .map(([it, all]) => [HEAD, `echo "how=${it}" >> "$GITHUB_OUTPUT"`, all, ':'].join('\n')),
  });
}

const FOLDERS = ['infra', './infra', '${{ github.workspace }}/infra', '.'];

const SCRIPTS = ['"$GITHUB_WORKSPACE/infra/run.sh"', 'bash "$GITHUB_WORKSPACE/infra/run.sh"'];
const SOURCED = ['. "$GITHUB_WORKSPACE/lib.sh"\nsign_in'];

/** Steps without a condition run in any case, so that what they give out is there. */
const givenBy = (steps: readonly JobStep[]): readonly string[] =>
  steps.flatMap(it => (it.condition === undefined ? [`steps.${it.id}.outputs.how`] : []));

function stepsOf<Step extends JobStep>(
  ids: readonly string[],
  one: (id: string, before: readonly Step[]) => fc.Arbitrary<Step>,
): fc.Arbitrary<readonly Step[]> {
  return ids.reduce<fc.Arbitrary<readonly Step[]>>(
    (all, id) => all.chain(before => one(id, before).map(step => [...before, step])),
    fc.constant([]),
  );
}

function actions(id: string, outside: Place): fc.Arbitrary<ActionStep> {
  const { knowledge } = outside;
  const own = NAMES.map(name => `env.${name}`);
  const inside = [...own, 'env.OUTER', 'inputs.how', 'inputs.where'];
  const value = fc.oneof(texts, fc.constantFrom(...outside.contexts.map(it => `\${{ ${it} }}`)));
  return fc
    .record({
      condition: fc.option(conditions(outside.contexts, knowledge), { nil: undefined, freq: 2 }),
      // Not a name that steps hand to later ones: there the `env` of the outer step goes first.
      environment: value.map(it => ({ OUTER: it })),
      given: some(['how', 'where'], value),
      steps: stepsOf<RunStep>(['one', 'two'], (inner, before) =>
        runs(inner, {
          knowledge,
          contexts: [...inside, ...givenBy(before)],
          callees: [
            ...SCRIPTS,
            '"$GITHUB_ACTION_PATH/act.sh"',
            '. ${{ github.action_path }}/act.sh',
          ],
          folders: FOLDERS,
        }),
      ),
    })
    .map(it => ({
      ...it,
      kind: 'action' as const,
      id,
      fallbacks: { how: 'dev', where: 'eu-1' },
      outputs: { how: `\${{ ${givenBy(it.steps)[0] ?? 'inputs.how'} }}` },
    }));
}

function jobSteps(knowledge: Knowledge): fc.Arbitrary<readonly JobStep[]> {
  return fc.integer({ min: 1, max: 4 }).chain(count => {
    const ids = Array.from({ length: count }, (_, index) => `s${index}`);
    return stepsOf<JobStep>(ids, (id, before) => {
      const place: Place = {
        knowledge,
        contexts: [
          ...NAMES.map(name => `env.${name}`),
          'needs.prepare.outputs.how',
          ...givenBy(before),
        ],
        callees: [...SCRIPTS, ...SOURCED],
        folders: FOLDERS,
      };
      return fc.oneof({ weight: 4, arbitrary: runs(id, place) }, actions(id, place));
    });
  });
}

function scripts(knowledge: Knowledge): fc.Arbitrary<Values> {
  const inside = { contexts: [], callees: [], hasArguments: true, isStep: false };
  const sure = linesIn(inside, 1);
  const around = { callees: [], isInFunction: false, isInLoop: false };
  const body = knowledge === 'sure' ? sure : fc.oneof(sure, lists(1, around));
  const script = body.map(it => `#!/bin/bash\n${HEAD}\n${it}\n:\n`);
  return fc
    .record({ run: script, act: script, enter: script, sign: body })
    .map(({ run, act, enter, sign }) => ({
      'infra/run.sh': run,
      'tools/enter.sh': enter,
      'lib.sh': `sign_in() {\n${sign}\n:\n}\n`,
      'act.sh': act,
    }));
}

export const workflows = (knowledge: Knowledge): fc.Arbitrary<Workflow> =>
  fc
    .record({
      environment,
      prepared: texts.map(how => ({ how })),
      job: fc.record({
        environment: some(NAMES, texts),
        shell: fc.constantFrom(undefined, 'bash' as const),
        folder: fc.constantFrom(undefined, 'infra'),
        steps: jobSteps(knowledge),
      }),
      files: scripts(knowledge),
      failing: knowledge === 'sure' ? fc.constant([]) : fc.subarray(['az', 'terraform', 'azd']),
    })
    .map(withActionFiles);

/** Each action has a script of its own beside it. */
function withActionFiles(workflow: Workflow): Workflow {
  const { 'act.sh': act = '', ...files } = workflow.files;
  const own = workflow.job.steps.flatMap(it =>
    it.kind === 'action' ? [[`.github/actions/${it.id}/act.sh`, act] as const] : [],
  );
  return { ...workflow, files: { ...files, ...Object.fromEntries(own) } };
}
