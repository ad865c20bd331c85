/** What chance may bring in a model, each as likely as the other. */
export const OUTCOMES: readonly number[] = [1, 2];

/** What the value of a random variable is called at an outcome. */
export function atOutcome(id: string, outcome: number): string {
  return `${id}@${outcome}`;
}
