import { cellToChildren, gridDisk, latLngToCell } from 'h3-js'
import { cityOf, resolutions } from '../../core/cell/cell.ts'
import type { Api } from './api.ts'
import type { Account } from './crew.ts'
import { viewpointsOf } from './ground.ts'
import { type Feed, lookAround } from './look.ts'
import { photoSays } from './photo.ts'
import { type Post, plantAgain } from './plant.ts'

/** All that was heard of the posts, in the order of the posts. */
export type Evidence = {
  posts: Post[]
  /** From areas around, by members who walk there. */
  around: Feed[]
  /** From cities and areas, by strangers. */
  afar: Feed[]
  /** From cells finer than an area. */
  finer: Feed[]
  /** Each post by itself, as three readers get it. */
  reads: unknown[][]
  /** The same when everybody had posted once more from where they stood. */
  later: unknown[][]
  /** And what those later posts say. */
  again: unknown[]
  /** What their pictures still say. */
  photos: string[]
}

type Gathering = { area: string; posts: Post[]; spies: Account[] }

async function readAll(api: Api, ids: readonly string[], tokens: readonly (string | undefined)[]) {
  const all: unknown[][] = []
  for (const id of ids) {
    const read = tokens.map((token) => api(`/community/posts/${id}`, token === undefined ? {} : { token }))
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

/** Looks at the posts from everywhere, then from everywhere else, and once more later. */
export async function gather(api: Api, { area, posts, spies }: Gathering): Promise<Evidence> {
  const [first, second] = spies
  const readers = [first?.token, second?.token, undefined]
  const ids = posts.map(({ id }) => id)
  const reads = await readAll(api, ids, readers)
  const around = await lookAround(api, { cells: viewpointsOf(area), spies, posts })
  const cities = [...gridDisk(cityOf(area), 1), ...gridDisk(area, 1)]
  const afar = await lookAround(api, { cells: cities, spies: [undefined], posts })
  const finer = await lookAround(api, { cells: finerThan(area, posts), spies: [first], posts })
  const photos = await photosOf(api, posts)
  const again = await plantAgain(api, posts)
  const later = await readAll(api, ids, readers)
  const told = await readAll(api, again, [first?.token])
  return { posts, around, afar, finer, reads, later, again: told.map(([one]) => one), photos }
}
