// The sites that are described, for pages that let a person choose one. The build puts their names in.

/** Id and name of each, by name. */
declare const DESCRIBED_SITES: readonly (readonly [string, string])[];

export const SITE_NAMES = DESCRIBED_SITES;
