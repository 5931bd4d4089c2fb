import { expect, it } from 'vitest';
import type { Expression } from '../../domain/expression.ts';
import { type Hole, type Region, wholeFile } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { bash } from './bash.ts';
import { printedSteps } from './printed-steps.ts';

/** Every step of every kind, the inner ones too, scripts within scripts read as they are run. */
function stepsIn(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind === 'define' || step.kind === 'scope' || step.kind === 'loop') {
      return [step, ...stepsIn(step.body)];
    }
    if (step.kind === 'branch') return [step, ...step.arms.flatMap(stepsIn)];
    if (step.kind === 'script' && step.source.kind === 'text') {
      return [step, ...stepsIn(bash.programOf(step.source.region).steps)];
    }
    return [step];
  });
}

const commandPlaces = (region: Region): readonly Span[] =>
  stepsIn(bash.programOf(region).steps).flatMap(step => (step.kind === 'command' ? [step.at] : []));

it.each([
  ['🙂=1; é "🙂🙂" az; az login -u "🙂"', ['🙂=1', 'é "🙂🙂" az', 'az login -u "🙂"']],
  ['\tif a; then\n\t\taz login \\\n\t\t  -u x\n\tfi', ['a', 'az login \\\n\t\t  -u x']],
  ['a &&\r\n  az login \\\r\n  -u x\r\nb\r\n', ['a', 'az login \\\r\n  -u x', 'b']],
  ["bash -c 'az login; az show'", ['az login', 'az show']],
  ['bash -c "az login -u \\"$u\\"; az show"', ['az login -u \\"$u\\"', 'az show']],
  ['bash <<-EOF\n\tsh -c "az login -u $x"\n\tEOF\naz show', ['az login -u $x', 'az show']],
  ['ssh h "bash -c \'az login\'"', ['az login']],
  ['(az a); { az b; } & for x in y; do az c; done', ['az a', 'az b', 'az c']],
])('gives every command of %j its place', (script, commands) => {
  const places = commandPlaces(wholeFile('deploy.sh', script));
  expect(places.map(at => script.slice(at.start, at.end))).toEqual(commands);
});

/** A block scalar of a YAML file, its indentation of four taken away, its `${{ … }}` holes. */
function blockOf(file: string): Region {
  const lines = [...file.matchAll(/^ {4}(.*\n?)/gm)];
  let text = '';
  const segments = lines.map(line => {
    const segment = { guest: text.length, host: line.index + 4, length: line[1]?.length ?? 0 };
    text += line[1];
    return segment;
  });
  const holes = [...text.matchAll(/\$\{\{(.*?)\}\}/g)].map((match): Hole => {
    const at = { path: 'ci.yml', start: 0, end: 0 };
    const name = match[1]?.trim() ?? '';
    return {
      start: match.index,
      end: match.index + match[0].length,
      expression: { kind: 'reference', space: 'input', name, at },
    };
  });
  return { at: { path: 'ci.yml', start: 0, end: file.length }, text, segments, holes };
}

it('finds commands in a block of a workflow', () => {
  const file = 'run: |\n    set -e\n    az login \\\n      -u ${{ inputs.user }}\n    az show\n';
  const places = commandPlaces(blockOf(file));
  expect(places.map(at => file.slice(at.start, at.end))).toEqual([
    'az login \\\n      -u ${{ inputs.user }}',
    'az show',
  ]);
});

it.each([
  ['az login -u ${{ u }}', 'az login -u ~$u'],
  ['az login -u "${{ u }}"', 'az login -u $u'],
  ["az login -u 'a-${{ u }}'", 'az login -u "a-{$u}"'],
  ['az login -u a-${{ u }}-b', 'az login -u a-+~$u+-b'],
  ['x=${{ u }}', 'x := $u'],
  ['${{ command }}', 'bash: $command'],
  ['${{ command }} --yes', '~$command --yes'],
  ['az ${x:-${{ u }}}', 'az ~($x or $u)'],
  ['az "$${{ name }}"', 'az ?<$$>'],
  ['if [ "${{ a }}" = b ]; then az login; fi', 'maybe (az login)'],
  ['cat <<EOF > f\n${{ a }} $b\nEOF', 'write "{$a} {$b}\\n" > f'],
  ['bash -c "az ${{ a }}"', 'process (bash: "az {$a}")'],
  ['a=`az \\`b ${{ x }}\\``', 'a := output(az ~output(b ~$x))'],
  ['for r in ${{ regions }}; do az x; done', 'loop r in ~$regions (az x)'],
])('reads %j with the text of its host in it', (script, steps) => {
  expect(
    printedSteps(bash.programOf(blockOf(`    ${script.replaceAll('\n', '\n    ')}`)).steps),
  ).toBe(steps);
});

const given = (text: string): Expression => {
  const at = { path: 'ci.yml', start: 0, end: 0 };
  return { kind: 'text', region: { at, text, segments: [], holes: [] }, at };
};

it('puts in what the host spells out before it reads the script', () => {
  const region = blockOf('    ${{ a }} -u "${{ b }}"\n    az show\n');
  const [a, b] = region.holes;
  const known = {
    ...region,
    holes: a && b ? [{ ...a, expression: given('az login\naz version') }, b] : [],
  };
  const { steps } = bash.programOf(known);
  expect(printedSteps(steps)).toBe('az login; az version -u $b; az show');
  const last = steps.at(-1)?.at;
  expect('    ${{ a }} -u "${{ b }}"\n    az show\n'.slice(last?.start, last?.end)).toBe('az show');
});
