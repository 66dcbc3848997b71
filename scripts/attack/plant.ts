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
  photoId: string | undefined
  /** What came onto the map with it. */
  onMap: unknown
}

const madeShape = z.object({ id: z.uuid() })
/** A careless device says more than ours does, where the instance takes it. */
const finest = [resolutions.door, resolutions.street, resolutions.area]

async function sendPhoto(api: Api, { spot, author }: { spot: Spot; author: Account }) {
  const image = (await photoTakenAt(spot)).toString('base64')
  const { json } = await api('/photos', { token: author.token, body: { image } })
  return madeShape.safeParse(json).data?.id
}

type Writing = { spot: Spot; author: Account; text: string; photoId?: string | undefined }

/** An anonymous post from a place, with the finest cell around it that is taken. @throws Final `config.invalid` */
async function post(api: Api, { spot, author, text, photoId }: Writing): Promise<string> {
  let last = 0
  for (const resolution of finest) {
    const cell = latLngToCell(spot.latitude, spot.longitude, resolution)
    const photos = photoId === undefined ? {} : { photo_ids: [photoId] }
    const body = { kind: 'line', text, anonymous: true, cell, ...photos }
    const { status, json } = await api('/community/posts', { token: author.token, body })
    const made = madeShape.safeParse(json)
    if (status === 201 && made.success) return made.data.id
    last = status
  }
  throw new Final({
    code: 'config.invalid',
    message: `The instance takes no anonymous post with a place (${last}).`,
    fix: 'Attack one where members may post.',
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
    const id = await post(api, {
      spot,
      author,
      text: `A drill, number ${nth + 1}: from where was this written?`,
      photoId,
    })
    const next = await seeMap(api, area)
    planted.push({ spot, author, id, photoId, onMap: changedBy(id, map, next) })
    map = next
  }
  return planted
}

/** Each author once more, from where they stand. @returns the ids, in the order of the posts */
export async function plantAgain(api: Api, posts: readonly Post[]): Promise<string[]> {
  const ids: string[] = []
  for (const [nth, { spot, author }] of posts.entries())
    ids.push(await post(api, { spot, author, text: `The same drill, number ${nth + 1}: nobody has moved.` }))
  return ids
}
