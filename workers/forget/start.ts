import { type PhotoStore, photoKeys } from '../../adapters/photos/store.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { databaseNow } from '../../db/clock.ts'
import { dropLoosePhotos, sweepGonePhotos } from '../../db/photos/sweep.ts'
import { sweepCells } from '../../db/veil/sweep.ts'
import { type Running, startLoop } from '../notify/loop.ts'

export type ForgetOptions = { sql: Sql; logger: Logger; photos: PhotoStore; pollMs?: number }

/** Days end at their own time; photos go within minutes of their rows. */
const EVERY_MS = 60_000

async function forgetPhotos({ sql, photos }: ForgetOptions): Promise<number> {
  const now = await databaseNow(sql)
  const remove = async (id: string) => {
    const { full, thumb } = photoKeys(id)
    await photos.remove(full)
    await photos.remove(thumb)
  }
  return (await dropLoosePhotos(sql, now)) + (await sweepGonePhotos(sql, { now, remove }))
}

/** What is not to be kept: where members were more than 30 days ago, and pictures that nothing shows. Any number of workers may. */
export function startForgetting(options: ForgetOptions): Running {
  const { sql, logger, pollMs = EVERY_MS } = options
  const step = async () => {
    await sweepCells(sql, await databaseNow(sql))
    return (await forgetPhotos(options)) > 0 ? 'more' : 'idle'
  }
  return startLoop({ name: 'nothing is forgotten', logger, step, pollMs })
}
