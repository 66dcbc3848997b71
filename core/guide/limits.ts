// Apart from the shapes: pages that know them need no zod.

/** Characters of one guide. */
export const MOST_GUIDE = 20_000
/** Guides of one group, and versions of one guide. */
export const MOST_GUIDES = 200
export const MOST_VERSIONS = 2_000
