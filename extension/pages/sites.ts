// The sites that are described, for pages that name one or let a person choose one. The build puts their names in.

/** Id and name of each, by name. */
declare const DESCRIBED_SITES: readonly (readonly [string, string])[];

export const SITE_NAMES = DESCRIBED_SITES;

/** What people call a site; a host that a person has allowed is called what it is. */
export function siteName(id: string): string {
  return SITE_NAMES.find(([known]) => known === id)?.[1] ?? id;
}
