import { createApi } from './api.ts'
import { attackAll } from './attacks.ts'
import { dismiss, enlist } from './crew.ts'
import type { AttackFlags } from './flags.ts'
import { gather } from './gather.ts'
import { busyArea, spotsOf, viewpointsOf } from './ground.ts'
import { plant } from './plant.ts'
import { type Report, reportOf } from './report.ts'

/** Cells that one spy walks through before the instance has them rest. */
const WALK = 12

/**
 * Posts from places that it knows, has spies find out where they are, and leaves nothing behind.
 * @throws Final `config.invalid` of an instance that cannot be attacked; what fetch throws when nothing answers
 */
export async function attackLocation({ origin, near, patience }: Omit<AttackFlags, 'json'>): Promise<Report> {
  const api = createApi(origin, patience)
  const area = near ?? (await busyArea(api))
  const spots = spotsOf(area)
  const accounts = await enlist(api, spots.length + Math.ceil(viewpointsOf(area).length / WALK))
  const attack = async () => {
    const [authors, spies] = [accounts.slice(0, spots.length), accounts.slice(spots.length)]
    const posts = await plant(api, { area, spots, authors })
    const evidence = await gather(api, { origin, area, posts, spies })
    return reportOf(area, evidence, attackAll(evidence))
  }
  const report = await attack().catch(async (error: unknown) => {
    await dismiss(api, accounts)
    throw error
  })
  return { ...report, kept: await dismiss(api, accounts) }
}
