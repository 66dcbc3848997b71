import { latLngToCell } from 'h3-js'
import { z } from 'zod'
import { resolutions } from '../../core/cell/cell.ts'
import { Final } from '../../core/errors.ts'
import type { Api } from './api.ts'
import type { Account } from './crew.ts'
import type { Spot } from './ground.ts'
import { changedBy, seeMap } from './map.ts'
import { photoTakenAt } from './photo.ts'

/** Of those that are attacked. */
export type Post = {
  spot: Spot
  author: Account
  id: string
  /** The finest cell around its place that the instance took is of this. */
  resolution: number
  photoId: string | undefined
  /** What came onto the map with it. */
  onMap: unknown
}

const madeShape = z.object({ id: z.uuid() })
/** A careless device says more than ours does, where the instance takes it. */
const finestFirst: readonly number[] = [resolutions.door, resolutions.street, resolutions.area]

async function sendPhoto(api: Api, { spot, author }: { spot: Spot; author: Account }) {
  const image = (await photoTakenAt(spot)).toString('base64')
  const { json } = await api('/photos', { token: author.token, body: { image } })
  return madeShape.safeParse(json).data?.id
}

type Writing = {
  spot: Spot
  author: Account
  text: string
  photoId?: string | undefined
  /** Of cells that are tried: what is refused counts towards the instance's limits too. */
  tried: readonly number[]
}
type Written = Pick<Post, 'id' | 'resolution'>

/** An anonymous post from a place, with the finest cell around it that is taken. @throws Final `config.invalid` */
async function post(api: Api, { spot, author, text, photoId, tried }: Writing): Promise<Written> {
  let last = 0
  for (const resolution of tried) {
    const cell = latLngToCell(spot.latitude, spot.longitude, resolution)
    const photos = photoId === undefined ? {} : { photo_ids: [photoId] }
    const body = { kind: 'line', text, anonymous: true, cell, ...photos }
    const { status, json } = await api('/community/posts', { token: author.token, body })
    const made = madeShape.safeParse(json)
    if (status === 201 && made.success) return { id: made.data.id, resolution }
    last = status
  }
  throw new Final({
    code: 'config.invalid',
    message: `The instance takes no anonymous post with a place (${last}).`,
    fix: 'Attack one where members may post; after a 429 with more --patience.',
  })
}

type Planting = { area: string; spots: Spot[]; authors: Account[] }

/** One post of each author, each from its spot and with a picture that says where it was taken. */
export async function plant(api: Api, { area, spots, authors }: Planting): Promise<Post[]> {
  const planted: Post[] = []
  let map = await seeMap(api, area)
  for (const [nth, spot] of spots.entries()) {
    const author = authors[nth]
    if (!author) throw new RangeError('an author for each spot')
    const photoId = await sendPhoto(api, { spot, author })
    const written = await post(api, {
      ...{ spot, author, photoId, text: `A drill, number ${nth + 1}: from where was this written?` },
      tried: finestFirst,
    })
    const next = await seeMap(api, area)
    planted.push({ spot, author, ...written, photoId, onMap: changedBy(written.id, map, next) })
    map = next
  }
  return planted
}

/** A post whose news is listened for, and when the instance had answered that it is there: ms of this process's clock. */
export type Call = { id: string; at: number }

/**
 * Each author once more, from where they stand, one after the other, the last first when asked so.
 * @returns in the order of the posts
 */
export async function plantAgain(api: Api, posts: readonly Post[], order: 'forth' | 'back'): Promise<Call[]> {
  const calls: Call[] = []
  const numbered = posts.map((each, nth) => ({
    ...each,
    text: `Drill ${nth + 1} again, ${order}: nobody moved.`,
  }))
  for (const { resolution, ...writing } of order === 'forth' ? numbered : numbered.reverse()) {
    const { id } = await post(api, { ...writing, photoId: undefined, tried: [resolution] })
    calls.push({ id, at: performance.now() })
  }
  return order === 'forth' ? calls : calls.reverse()
}
