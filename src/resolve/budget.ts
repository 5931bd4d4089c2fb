//! How much of a repository is run for one entry point, and how deep.

/** Deeper than this a repository calls itself, whatever the paths say. */
export const CALLS_DEEP_MAX = 24;

export const STEPS_MAX = 50_000;

/** Bodies inside bodies, those of called routines included; far from the end of our own stack. */
export const STEPS_DEEP_MAX = 600;

/** Steps that may still be run for one entry point. */
export interface Budget {
  stepsLeft: number;
  isExceeded: boolean;
  /** How many bodies of steps are running inside one another. */
  deep: number;
}

/** `deep`: how many bodies are running around it. */
export const newBudget = (deep: number): Budget => ({
  stepsLeft: STEPS_MAX,
  isExceeded: false,
  deep,
});
