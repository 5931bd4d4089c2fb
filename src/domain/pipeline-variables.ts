//! What Azure Pipelines calls a variable: as a macro, in the environment of scripts, and in other jobs.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/variables

/** As the environment of a script has it. Macros and expressions do not tell upper from lower case. */
export const environmentName = (name: string): string =>
  name.trim().toUpperCase().replace(/[. ]/g, '_');

/** A secret is no part of the environment: no script can ask for such a name. */
export const secretName = (name: string): string => `SECRET.${environmentName(name)}`;

/** Variables that tell a script where it runs, if anyone asks. */
export const STAGE_NAME = '%stage';
export const JOB_NAME = '%job';
export const STEP_NAME = '%step';

/** An output as jobs read it: of a job of their own stage, or with the name of its stage. */
export const outputName = (...path: readonly string[]): string => `outputs.${path.join('.')}`;
