import {betaGeometricNbd} from "./btyd/beta-geometric-nbd.ts";

/**
 * Predictions of the BG/NBD (Fader, Hardie & Lee 2005, "Counting Your Customers the Easy Way: An Alternative to the
 * Pareto/NBD Model", eq. 6, 8, 9 and 10; P(alive) of Fader, Hardie & Lee 2008, "Computing P(alive) Using the BG/NBD Model").
 * P(alive) is 1 without a repeat purchase, because a customer drops out only after one.
 */
export const bgNbd = betaGeometricNbd(false);
