/** Addresses of the demonstration's people. */
export const ORGANISER = "organiser@example.org";
export const COORDINATOR = "coordinator@example.org";
export const ADMIN = "admin@example.org";
