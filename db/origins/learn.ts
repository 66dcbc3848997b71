import type { Db } from '../client.ts'

/** Nobody goes in for so many milliseconds; a longer wait that is known already stays. */
export async function restOrigin(db: Db, origin: string, ms: number): Promise<void> {
  await db`
    update app.shop_origin
    set not_before = greatest(not_before, clock_timestamp() + ${ms} * interval '1 ms') where origin = ${origin}`
}

/** Keeps a copy of the origin's robots.txt; null where it has none. Cut at what RFC 9309 asks a reader to take in. */
export async function keepRobots(db: Db, origin: string, text: string | null): Promise<void> {
  // A text column takes every character but this one.
  const kept = text?.slice(0, 512 * 1024).replaceAll('\0', '') ?? null
  await db`update app.shop_origin set robots = ${kept}, robots_at = clock_timestamp() where origin = ${origin}`
}

/** Keeps what the origin's robots.txt wants between two pages. */
export async function keepCrawlDelay(db: Db, origin: string, ms: number): Promise<void> {
  await db`update app.shop_origin set crawl_delay_ms = ${Math.round(ms)} where origin = ${origin}`
}
