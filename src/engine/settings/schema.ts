//! The contract of `mfa-ready.yml`, written down once: its type, what is checked and the published JSON Schema come from here.

import * as z from 'zod/mini';

/** A path of the repository, or a pattern of several: `ops/nightly.sh`, `samples/**`. */
const pattern = (description: string) => z.string().check(z.minLength(1), z.describe(description));
const text = (description: string) => z.string().check(z.minLength(1), z.describe(description));

const day = z
  .string()
  .check(
    z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/),
    z.describe('The last day on which it holds: `2027-05-31`'),
  );

const severities = ['error', 'warning', 'notice'] as const;

const clouds = ['us-government', 'china'] as const;

const identities = [
  'user-password',
  'user-device-code',
  'user-interactive',
  'user-cached',
  'service-principal-secret',
  'service-principal-certificate',
  'service-principal-federated',
  'managed-identity',
  'unknown',
] as const;

const started = z.strictObject({
  path: pattern('A script, template or root of the repository'),
  by: text('What starts it, as findings say it: `cron on the build server`'),
  reach: z.optional(
    z
      .enum(['pipeline', 'automation'])
      .check(
        z.describe('`pipeline` unless it is something that is not called one, such as a machine'),
      ),
  ),
});

const trusted = z.strictObject({
  name: text(
    'An action, task, orb or template of elsewhere, without its version: `contoso/azure-sign-in`',
  ),
  'signs-in-as': z.optional(
    z.enum(identities).check(z.describe('Who acts after it, in the rest of its job')),
  ),
});

const sovereign = z.strictObject({
  cloud: z.enum(clouds).check(z.describe('The cloud whose tenants and accounts these are')),
  tenants: z.optional(z.array(text('A tenant, by its id or one of its domains'))),
  accounts: z.optional(z.array(text('A user, by its name: `deploy@contoso.us`'))),
});

const accepted = z.strictObject({
  rule: text('The rule whose findings are accepted'),
  path: pattern('Where they stand'),
  reason: text('Why, for whoever reads this later'),
  until: z.optional(day),
});

const listOf = <T extends z.ZodMiniType>(item: T, description: string) =>
  z.optional(z.array(item).check(z.describe(description)));

/** `ruleIds` are those that there are: editors suggest them. */
export const settingsSchema = (ruleIds: readonly string[]) =>
  z
    .strictObject({
      $schema: z.optional(z.string()),
      'fail-on': z.optional(
        z
          .enum([...severities, 'never'])
          .check(z.describe('The mildest finding that fails a run; `error` unless it is said')),
      ),
      rules: z.optional(
        z
          .partialRecord(z.enum(ruleIds), z.enum([...severities, 'off']))
          .check(z.describe('How bad it is what a rule finds; `off`: it finds nothing')),
      ),
      ignore: listOf(
        pattern('A folder or files whose findings do not count: `samples/**`'),
        'They are read all the same, since pipelines may run what stands there',
      ),
      'started-elsewhere': listOf(
        started,
        'What runs with nobody there, though the repository does not show it',
      ),
      trusted: listOf(trusted, 'What stands elsewhere, and is known to be fine'),
      sovereign: listOf(sovereign, 'Tenants and accounts of clouds that do not enforce it'),
      accepted: listOf(accepted, 'Findings that somebody has looked at and accepts'),
      baseline: z.optional(text('The file with the list of known findings')),
    })
    .check(z.describe('What mfa-ready is to make of a repository'));

export type SettingsFile = z.infer<ReturnType<typeof settingsSchema>>;

/** The JSON Schema (draft 2020-12) of `mfa-ready.yml`, as an object ready to be written. */
export const jsonSchemaOfSettings = (ruleIds: readonly string[]): object =>
  z.toJSONSchema(settingsSchema(ruleIds), { io: 'input' });
