//! What Azure Pipelines calls a variable: as a macro, and in the environment of scripts.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/variables#environment-variables

/** As the environment of a script has it. Macros and expressions do not tell upper from lower case. */
export const environmentName = (name: string): string =>
  name.trim().toUpperCase().replace(/[. ]/g, '_');

/** A secret is no part of the environment: no script can ask for such a name. */
export const secretName = (name: string): string => `SECRET.${environmentName(name)}`;

/** The variable that tells a script which step it is, if anyone asks. */
export const STEP_NAME = '%step';
