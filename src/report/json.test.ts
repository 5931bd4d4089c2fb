//! What programs read.

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostile } from './hostile-text.ts';
import { json } from './json.ts';
import { jsonSchemaOfReport, reportSchema } from './json-schema.ts';
import { sampleFinding, sampleReport } from './sample-report.ts';

const print = (report = sampleReport()): string => json.print(report, { color: false });

describe('json', () => {
  it('keeps its names and their order', () => {
    expect(JSON.stringify(JSON.parse(print()))).toBe(
      '{"schema":1,"tool":{"name":"mfa-ready","version":"0.1.0"},' +
        '"signIns":[{"path":"scripts/deploy.sh","line":2,"column":1,"endLine":2,"endColumn":31,"form":"az-login",' +
        '"identity":"user-password","audience":"arm","cloud":"public","reach":"pipeline",' +
        '"entryPoints":[".github/workflows/deploy.yml#deploy"],"confidence":"certain"}],' +
        '"operations":[{"path":"scripts/deploy.sh","line":3,"column":1,"tool":"az group create","effect":"write",' +
        '"audience":"arm","identity":"user-password","signIn":0,"entryPoint":".github/workflows/deploy.yml#deploy"}],' +
        '"findings":[{"rule":"user-password-sign-in","severity":"error","verdict":"breaks","confidence":"certain",' +
        '"path":"scripts/deploy.sh","line":2,"column":1,"endLine":2,"endColumn":31,' +
        '"message":"job `deploy` signs in to Azure with the password of a person",' +
        '"because":[{"path":".github/workflows/deploy.yml","line":9,"column":14,"message":"`deploy.sh` runs here"}],' +
        '"entryPoints":[".github/workflows/deploy.yml#deploy"],"fingerprint":"1111","key":"2222","helpUri":"https://example.com/rules/user-password-sign-in"}],"dismissed":[],' +
        '"problems":[{"path":"main.bicep","line":3,"message":"a string that does not end"}],"remarks":[],' +
        '"summary":{"files":5,"bytes":900,"scanned":3,"signIns":{"user-password":1},"findings":{"error":1},"durationMs":12}}',
    );
  });

  it('obeys its own schema, in both of its forms', () => {
    const printed: unknown = JSON.parse(print());
    expect(reportSchema.safeParse(printed).success).toBe(true);
    const validate = new Ajv2020().compile(jsonSchemaOfReport());
    expect(validate(printed), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ schema: 2 })).toBe(false);
  });

  it('keeps why a finding does not count', () => {
    const dismissal = { kind: 'accepted', path: 'a.sh', line: 3, reason: 'moves in May' } as const;
    const report = { ...sampleReport([]), dismissed: [{ ...sampleFinding, dismissal }] };
    const { dismissed } = reportSchema.parse(JSON.parse(print(report)));
    expect(dismissed.map(it => it.dismissal)).toEqual([dismissal]);
  });

  it('gives back what was found, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, hostile, (path, message) => {
        const printed = print(sampleReport([{ ...sampleFinding, path, message }]));
        const { findings } = reportSchema.parse(JSON.parse(printed));
        expect(findings[0]?.path).toBe(path);
        expect(findings[0]?.message).toBe(message);
      }),
      { numRuns: 100 },
    );
  });
});
