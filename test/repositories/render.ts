//! A plan as the files of a repository; each operation carries its mark.

import type { Act } from './acts.ts';
import { azurePipelines } from './azure-pipelines.ts';
import type { Draft } from './draft.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import type { Plan, System } from './plan.ts';

export interface Rendered {
  readonly files: ReadonlyMap<string, string>;
  readonly marks: ReadonlyMap<Act, string>;
  /** The file whose jobs are the entry points. */
  readonly pipeline: string;
}

const SYSTEMS: Readonly<
  Record<
    System,
    { readonly root: string; readonly pipeline: string; write(plan: Plan, draft: Draft): string }
  >
> = {
  github: { root: '$GITHUB_WORKSPACE', pipeline: '.github/workflows/deploy.yml', write: github },
  gitlab: { root: '$CI_PROJECT_DIR', pipeline: '.gitlab-ci.yml', write: gitlab },
  'azure-pipelines': {
    root: '$BUILD_SOURCESDIRECTORY',
    pipeline: 'azure-pipelines.yml',
    write: azurePipelines,
  },
};

export function rendered(plan: Plan): Rendered {
  const { root, pipeline, write } = SYSTEMS[plan.system];
  const draft: Draft = { files: new Map(), marks: new Map(), root, names: 0 };
  draft.files.set(pipeline, write(plan, draft));
  return { ...draft, pipeline };
}
