/** The distances that forms offer, in kilometres. */
export const RADII_KM = [10, 25, 50, 100, 250, 500, 1_000, 2_500] as const;
