import { setTimeout as sleep } from 'node:timers/promises'
import { cellToChildren, gridDisk, latLngToCell } from 'h3-js'
import { cityOf, resolutions } from '../../core/cell/cell.ts'
import type { Api } from './api.ts'
import type { Account } from './crew.ts'
import { type Ear, listen } from './ear.ts'
import { viewpointsOf } from './ground.ts'
import { type Feed, lookAround } from './look.ts'
import { photoSays } from './photo.ts'
import { type Call, type Post, plantAgain } from './plant.ts'

/** All that was heard of the posts, in the order of the posts. */
export type Evidence = {
  posts: Post[]
  /** From areas around, by members who walk there. */
  around: Feed[]
  /** From cities and areas, by strangers. */
  afar: Feed[]
  /** From cells finer than an area. */
  finer: Feed[]
  /** Each post by itself, as a spy, the author of the next one, who stands around it, and a stranger get it. */
  reads: unknown[][]
  /** The same when everybody had posted once more from where they stood. */
  later: unknown[][]
  /** What everybody posted from there when the sockets were open: each time all of them. */
  calls: Call[][]
  /** And what the first of those say. */
  again: unknown[]
  /** What their pictures still say. */
  photos: string[]
  /** Sockets at the cells of `around` and `afar`, and one for everywhere. */
  ears: Ear[]
  /** At those of `finer`. */
  finerEars: Ear[]
}

type Gathering = { origin: string; area: string; posts: Post[]; spies: Account[] }

/** Whom it is read as: who stands around it is told most. */
type Readers = { spy: Account | undefined; posts: readonly Post[] }

async function readAll(api: Api, ids: readonly string[], { spy, posts }: Readers) {
  const all: unknown[][] = []
  for (const [nth, id] of ids.entries()) {
    const around = posts[(nth + 1) % posts.length]?.author
    const read = [spy?.token, around?.token, undefined].map((token) =>
      api(`/community/posts/${id}`, token === undefined ? {} : { token }),
    )
    all.push((await Promise.all(read)).map(({ json }) => json))
  }
  return all
}

async function photosOf(api: Api, posts: readonly Post[]): Promise<string[]> {
  const all: string[] = []
  for (const { photoId } of posts) {
    const paths = photoId === undefined ? [] : [`/photos/${photoId}`, `/photos/${photoId}/thumb`]
    const said = await Promise.all(paths.map(async (path) => photoSays((await api(path)).bytes)))
    all.push(said.join('|'))
  }
  return all
}

/** Cells that the instance should not let anybody look from. */
function finerThan(area: string, posts: readonly Post[]): string[] {
  const doors = posts.map(({ spot }) => latLngToCell(spot.latitude, spot.longitude, resolutions.door))
  return [...cellToChildren(area, resolutions.street), ...doors]
}

/** How long the news of the last posts are waited for, and then those that a careful instance held back, ms. */
const NEWS_MS = 15_000
const HELD_BACK_MS = 3_000

/** Everybody posts three times, in both orders: what comes of their order alone, or of something else just then, is not in all. */
async function call(api: Api, posts: readonly Post[], everywhere: Ear): Promise<Call[][]> {
  const calls: Call[][] = []
  for (const order of ['forth', 'back', 'forth'] as const) calls.push(await plantAgain(api, posts, order))
  const missing = () => calls.flat().some(({ id }) => everywhere.news.every((each) => each.id !== id))
  for (let waited = 0; missing() && waited < NEWS_MS; waited += 100) await sleep(100)
  await sleep(HELD_BACK_MS)
  return calls
}

type Look = Pick<Evidence, 'around' | 'afar' | 'finer' | 'ears' | 'finerEars'>

/** Looks from everywhere, and leaves an ear wherever it looked. */
async function lookEverywhere(
  api: Api,
  { origin, area, posts, spies }: Gathering,
  open: Ear[],
): Promise<Look> {
  const leaveEar = async (from: string | undefined, token?: string) => {
    open.push(await listen({ origin, from, token }))
  }
  await leaveEar(undefined)
  const around = await lookAround(api, { cells: viewpointsOf(area), spies, posts, leaveEar })
  const cities = [...gridDisk(cityOf(area), 1), ...gridDisk(area, 1)]
  const afar = await lookAround(api, { cells: cities, spies: [undefined], posts, leaveEar })
  const ears = [...open]
  const cells = finerThan(area, posts)
  const finer = await lookAround(api, { cells, spies: spies.slice(0, 1), posts, leaveEar })
  return { around, afar, finer, ears, finerEars: open.slice(ears.length) }
}

/** Looks at the posts from everywhere, then from everywhere else, and once more later. */
export async function gather(api: Api, gathering: Gathering): Promise<Evidence> {
  const { posts, spies } = gathering
  const readers = { spy: spies[0], posts }
  const ids = posts.map(({ id }) => id)
  const reads = await readAll(api, ids, readers)
  const open: Ear[] = []
  try {
    const looks = await lookEverywhere(api, gathering, open)
    const [everywhere] = looks.ears
    if (!everywhere) throw new RangeError('an ear for everywhere')
    const photos = await photosOf(api, posts)
    const calls = await call(api, posts, everywhere)
    const later = await readAll(api, ids, readers)
    const again = (calls[0] ?? []).map(({ id }) => id)
    return { posts, ...looks, reads, later, calls, again: await readAll(api, again, readers), photos }
  } finally {
    for (const ear of open) ear.close()
  }
}
