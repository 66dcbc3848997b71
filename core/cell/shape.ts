import { z } from 'zod'

/** An H3 cell (h3geo.org) in its one spelling: 15 lower-case hex digits. That it exists is `parseCell`'s to check. */
export const cellShape = z.string().regex(/^8[0-9a-f]{14}$/, 'an H3 cell such as 852a100ffffffff')
