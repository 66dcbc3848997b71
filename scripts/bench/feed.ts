import { parseArgs } from 'node:util'
import { fill } from './feed/fill.ts'
import { openGround } from './feed/ground.ts'
import { measureHttp } from './feed/http.ts'
import { measureNearby } from './feed/nearby.ts'
import { makeWorld } from './feed/world.ts'
import type { Run } from './run.ts'

/**
 * The nearby feed over `--posts` (5,000,000) in seven cities: `--looks` (1,000) from where people are in each order, held
 * against a look at every post, and beside searches by distance over the same rows (`--earthdistance`: by that one too).
 * Red when a page is another than brute force finds, when a hundredth of the looks takes over 10 ms, when PostGIS is less
 * than 100 times slower at the median, or when the API serves less than half of the pages a second that their queries alone
 * bring, in `--seconds` (10) turns of a second each.
 */
export const runFeed: Run = async (flags, tell, note) => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...flags],
    options: { posts: text, looks: text, seed: text, seconds: text, earthdistance: { type: 'boolean' } },
  })
  const world = makeWorld(Number(values.posts ?? 5_000_000), Number(values.seed ?? 1))
  tell(`${world.count} posts in ${new Set(world.cells).size} cells, written now.`)
  const ground = await openGround()
  try {
    await fill(ground.admin, world, ground.hasPostgis)
    const isServed = await measureHttp(ground, world, { seconds: Number(values.seconds ?? 10), tell, note })
    const isFound = await measureNearby(ground, world, {
      ...{ looks: Number(values.looks ?? 1_000), isAll: values.earthdistance ?? false, tell, note },
    })
    return isServed && isFound
  } finally {
    await ground.stop()
  }
}
