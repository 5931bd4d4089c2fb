//! The contract of `--format json`, schema 1: from here come the type that `json.ts` fills and the JSON Schema in the package.

import { z } from 'zod';

const confidence = z.enum(['certain', 'likely', 'possible']);
const line = z.int().min(1).describe('1-based');
const column = z.int().min(1).describe('1-based, in UTF-16 code units');
const count = z.int().min(0);
const path = z.string().describe('Relative to the scanned root, with `/`');

const audience = z
  .enum([
    'arm',
    'microsoft-graph',
    'azure-devops',
    'key-vault',
    'storage',
    'sql',
    'container-registry',
    'kubernetes',
    'power-platform',
    'microsoft-365',
    'portal',
    'other',
    'unknown',
  ])
  .describe('Whose interface is called; `arm` is Azure Resource Manager');

const identity = z
  .enum([
    'user-password',
    'user-device-code',
    'user-interactive',
    'user-cached',
    'ambient',
    'service-principal-secret',
    'service-principal-certificate',
    'service-principal-federated',
    'managed-identity',
    'none',
    'unknown',
  ])
  .describe('Who acts; the names that start with `user-` are people');

const signIn = z.strictObject({
  path,
  line,
  column,
  endLine: line,
  endColumn: column,
  form: z.string().describe('How it signs in: `az-login`, `terraform-provider`'),
  identity,
  audience,
  cloud: z.enum(['public', 'us-government', 'china', 'germany', 'unknown']),
  reach: z
    .enum(['pipeline', 'automation', 'manual'])
    .describe('What starts it; `manual`: nothing in the repository does'),
  entryPoints: z.array(z.string()).readonly().describe('`path#job`'),
  confidence,
});

const operation = z.strictObject({
  path,
  line,
  column,
  tool: z.string().describe('`terraform apply`'),
  effect: z.enum(['read', 'write', 'unknown']),
  audience,
  identity,
  signIn: count.nullable().describe('Index into `signIns`; null: nothing here signs in for it'),
  entryPoint: z.string().describe('`path#job`'),
});

const link = z.strictObject({ path, line, column, message: z.string() });

const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'notice']),
  verdict: z.enum(['breaks', 'at-risk', 'out-of-scope', 'ready', 'undecided']),
  confidence,
  path,
  line,
  column,
  endLine: line,
  endColumn: column,
  message: z.string(),
  because: z.array(link).readonly().describe('From the entry point to the place'),
  entryPoints: z.array(z.string()).readonly().describe('`path#job` of all that reach it'),
  fingerprint: z.string().describe('The same for the same finding after lines moved'),
  key: z.string().describe('The same after its file moved, too; several findings may share it'),
  helpUri: z.string(),
});

const dismissal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), path, line, reason: z.string() }),
  z.strictObject({
    kind: z.enum(['known', 'unchanged', 'untouched']),
  }),
]);

const dismissed = finding
  .extend({ dismissal })
  .describe(
    'A finding that does not count: accepted with a reason, known from a list, in the compared commit too, or untouched by the change',
  );

const remark = z.strictObject({ path, line, message: z.string() });

export const reportSchema = z
  .strictObject({
    schema: z.literal(1),
    tool: z.strictObject({ name: z.string(), version: z.string() }),
    signIns: z.array(signIn).readonly().describe('Every sign-in found, the good ones too'),
    operations: z.array(operation).readonly().describe('What runs against Azure, and as whom'),
    findings: z.array(finding).readonly(),
    dismissed: z.array(dismissed).readonly(),
    problems: z.array(remark).readonly().describe('What could not be read or resolved'),
    remarks: z
      .array(remark)
      .readonly()
      .describe('What is to be tidied up: entries and comments that nothing needs any more'),
    summary: z.strictObject({
      files: count.describe('Files below the given paths'),
      bytes: count.describe('Bytes of the files that were read'),
      scanned: count.describe('Files that were read as pipelines, scripts or infrastructure'),
      signIns: z.record(z.string(), count).readonly().describe('Counts by identity'),
      findings: z.record(z.string(), count).readonly().describe('Counts by severity'),
      durationMs: z.number().min(0),
    }),
  })
  .describe('What mfa-ready found in a repository');

export type JsonReport = z.infer<typeof reportSchema>;

/** The JSON Schema (draft 2020-12) of what `--format json` prints, as an object ready to be written. */
export const jsonSchemaOfReport = (): object => z.toJSONSchema(reportSchema);
