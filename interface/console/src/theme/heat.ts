/** Which of the five heat steps a share gets. */

export const HEAT_STEPS = 5;

/**
 * 0 for nothing, else 1 to 5 in equal parts of `max`. `max` is the largest share after the first month,
 * which is always 100 % and would press all others into the weakest step.
 */
export function heatStep(share: number, max: number): number {
  if (!(share > 0)) return 0;
  if (!(max > 0)) return HEAT_STEPS;
  return Math.min(HEAT_STEPS, Math.max(1, Math.ceil((share / max) * HEAT_STEPS - 1e-9)));
}

/** The upper bounds of the steps, for the legend. */
export function heatBounds(max: number): number[] {
  return Array.from({ length: HEAT_STEPS }, (_, index) => (max * (index + 1)) / HEAT_STEPS);
}
