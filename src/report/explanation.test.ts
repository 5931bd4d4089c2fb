//! What `explain path#job` prints, beyond the examples of the README.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExplainedOperation, ExplainedSignIn, Explanation } from '../domain/explanation.ts';
import type { Place } from '../domain/span.ts';
import { explanationText } from './explanation.ts';
import { hostile } from './hostile-text.ts';

const at = (path: string, line: number): Place => ({
  path,
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
});

const job = (rest: Partial<Explanation> = {}): Explanation => ({
  id: 'deploy.yml#deploy',
  title: 'job `deploy`',
  reach: 'pipeline',
  events: [],
  unseen: [],
  findings: [],
  ...rest,
});

const signIn = (rest: Partial<ExplainedSignIn> = {}): ExplainedSignIn => ({
  kind: 'sign-in',
  at: at('deploy.sh', 2),
  way: [{ ...at('deploy.yml', 3), message: 'job `deploy`' }],
  title: '`az login`',
  identity: 'user-password',
  who: 'a user with a password',
  confidence: 'certain',
  details: [],
  isUsed: true,
  ...rest,
});

const operation = (rest: Partial<ExplainedOperation> = {}): ExplainedOperation => ({
  kind: 'operation',
  at: at('deploy.sh', 3),
  way: [{ ...at('deploy.yml', 3), message: 'job `deploy`' }],
  what: '`az group create` changes Azure Resource Manager',
  actors: [
    {
      identity: 'user-password',
      who: 'a user with a password',
      confidence: 'certain',
      signIn: 0,
      verdict: 'breaks',
      because: 'it is refused',
    },
  ],
  ...rest,
});

/** Without the head. */
const told = (explanation: Explanation): string =>
  explanationText(explanation, { color: false }).split('\n\n').slice(1).join('\n\n');

describe('an explanation', () => {
  it('says of a job without operations that there is nothing', () => {
    expect(explanationText(job(), { color: false })).toBe(`\
job \`deploy\` of deploy.yml
A pipeline runs it, with nobody there who could pass multi-factor authentication.

Nothing that is known here signs in to Azure, or does something to it.
`);
  });

  it('says what comes of a sign-in that no operation uses', () => {
    const events = [signIn({ isUsed: false, verdict: 'at-risk', confidence: 'likely' })];
    expect(told(job({ events }))).toBe(`\
job \`deploy\` (deploy.yml:3)
  (a) \`az login\` signs in, if this runs, as a user with a password (deploy.sh:2)
      no operation below acts as it
      at risk

0 operations.
`);
  });

  it('says where nobody is signed in, and who else may act', () => {
    const [actor] = operation().actors;
    const maybe = actor ? [{ ...actor, confidence: 'possible' as const }] : [];
    const events = [signIn(), operation({ actors: [] }), operation({ actors: maybe })];
    const text = told(job({ events }));
    expect(text).toContain('     as nobody: nobody is signed in there\n');
    expect(text).toContain('     maybe as a user with a password: signed in at (a)\n');
    expect(text).toContain('\n2 operations: 1 breaks, 1 with nobody signed in.\n');
  });

  it('has a letter for each sign-in, however many there are', () => {
    const events = Array.from({ length: 28 }, () => signIn());
    expect(told(job({ events }))).toMatch(/\(z\) .*\n {2}\(aa\) .*\n {2}\(ab\) /);
  });

  it('is coloured by its verdicts, and says the same', () => {
    const explanation = job({ events: [signIn(), operation()] });
    const coloured = explanationText(explanation, { color: true });
    expect(coloured).toContain('\u001b[31mbreaks\u001b[0m: it is refused');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(
      explanationText(explanation, { color: false }),
    );
  });

  it('never lets through what a terminal would act on', () => {
    fc.assert(
      fc.property(hostile, text => {
        const way = [{ ...at(text, 3), message: text }];
        const explanation = job({
          id: `${text}#${text}`,
          title: text,
          runner: text,
          events: [
            signIn({ at: at(text, 1), way, title: text, details: [{ message: text }] }),
            operation({ at: at(text, 1), way, what: text }),
          ],
          unseen: [{ message: text, at: at(text, 1) }],
        });
        const printed = explanationText(explanation, { color: false });
        expect(printed).not.toMatch(/[^\n\P{Cc}]|[\u2028\u202e]|\p{Surrogate}/u);
      }),
    );
  });
});
