//! How much of a repository is run for one entry point, and how deep.

/** Deeper than this a repository calls itself, whatever the paths say. */
export const CALLS_DEEP_MAX = 24;

export const STEPS_MAX = 50_000;

/** Bodies inside bodies, those of called routines included; far from the end of our own stack. */
export const STEPS_DEEP_MAX = 600;

/** Steps that may still be run for one entry point. */
export interface Budget {
  stepsLeft: number;
  /** For what is run several times over: nothing that comes afterwards is to miss them. */
  spareSteps: number;
  isExceeded: boolean;
  /** How many bodies of steps are running inside one another. */
  deep: number;
}

/** `deep`: how many bodies are running around it. */
export const newBudget = (deep: number): Budget => ({
  stepsLeft: STEPS_MAX,
  spareSteps: STEPS_MAX,
  isExceeded: false,
  deep,
});

/** How many steps `run` takes. */
export function stepsTakenBy(budget: Budget, run: () => void): number {
  const before = budget.stepsLeft;
  run();
  return before - budget.stepsLeft;
}

/** Whether what took so many steps can be run that often again: it may take more another time. */
export const hasSpare = ({ spareSteps }: Budget, steps: number, times: number): boolean =>
  2 * steps * times <= spareSteps;

export function onSpareSteps(budget: Budget, run: () => void): void {
  const { stepsLeft } = budget;
  budget.stepsLeft = budget.spareSteps;
  run();
  budget.spareSteps = budget.stepsLeft;
  budget.stepsLeft = stepsLeft;
}
