import { Final } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import { daysOf } from '../../core/release/asked.ts'
import { requireMemberUrl } from '../../core/url/member-url.ts'
import type { Sql } from '../../db/client.ts'
import { findAnnounced } from '../../db/releases/announced.ts'
import { cancelRelease, moveRelease } from '../../db/releases/change.ts'
import { findReleased } from '../../db/releases/named.ts'
import { listReleases } from '../../db/releases/read.ts'
import { type NewRelease, upsertRelease } from '../../db/releases/upsert.ts'
import type { Announcement, ReleasesCommand } from './flags.ts'
import { tellReleases } from './tell.ts'

/** As GET /api/releases. */
const WINDOW = { back: 1, ahead: 90 }

function requireFound(isFound: boolean, id: string): void {
  if (isFound) return
  throw new Final({
    code: 'release.not-found',
    message: `There is no release ${id}.`,
    fix: 'List them: npm run releases -- list. A drop of SNPD itself is no release.',
  })
}

async function releaseOf(sql: Sql, said: Announcement): Promise<NewRelease> {
  const { style, store, zone, url, ...rest } = said
  const named = await findReleased(sql, { style, store })
  // The operator's word goes before the shop's clock; the command line has one of both.
  const clock = zone ?? named.zone ?? 'UTC'
  return {
    ...{ ...rest, id: uuidv7(), sneaker_id: named.sneakerId, store_id: named.storeId, zone: clock },
    url: url === null ? null : requireMemberUrl(url, { loopback: false }).href,
  }
}

async function announce(sql: Sql, said: Announcement): Promise<string> {
  const release = await releaseOf(sql, said)
  const known = await findAnnounced(sql, release)
  if (known)
    throw new Final({
      code: 'release.announced',
      message: `This pair is announced there for that day already: ${known}.`,
      fix: `Move or cancel that one: npm run releases -- move ${known} --on DAY`,
    })
  await upsertRelease(sql, release)
  return `Announced as ${release.id}.`
}

/**
 * Does what a command line asks for. @returns what to print
 * @throws Final `release.not-found`, `release.announced`, `catalog.unknown`, `url.refused`
 */
export async function performReleases(sql: Sql, command: ReleasesCommand): Promise<string> {
  if (command.name === 'list') {
    const { from, to } = command
    return tellReleases(await listReleases(sql, daysOf({ from, to }, new Date(), WINDOW)))
  }
  if (command.name === 'add') {
    const { name: _, ...said } = command
    return announce(sql, said)
  }
  if (command.name === 'cancel') {
    requireFound(await cancelRelease(sql, command.id), command.id)
    return 'Cancelled.'
  }
  requireFound(await moveRelease(sql, command), command.id)
  return 'Moved.'
}
