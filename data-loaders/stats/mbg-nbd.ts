import {betaGeometricNbd} from "./btyd/beta-geometric-nbd.ts";

/**
 * Predictions of the MBG/NBD (Batislam, Denizel & Filiztekin 2007, "Empirical Validation and Comparison of Models for
 * Customer Base Analysis"): as the BG/NBD, but a customer may also drop out right after the first purchase.
 */
export const mbgNbd = betaGeometricNbd(true);
