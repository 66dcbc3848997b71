import { z } from 'zod'
import type { Api } from './api.ts'

const mapShape = z.looseObject({
  hexes: z.array(z.looseObject({ cell: z.string(), posts: z.number() })).default([]),
  lines: z.array(z.looseObject({ post_id: z.string() })).default([]),
})
/** The map around an area, as far as it is of posts. */
export type SeenMap = z.infer<typeof mapShape>

export async function seeMap(api: Api, area: string): Promise<SeenMap> {
  return mapShape.safeParse((await api(`/map?near=${area}`)).json).data ?? { hexes: [], lines: [] }
}

/** What a post changed on the map: the cells that count one more, and where it is drawn. Pure. */
export function changedBy(id: string, before: SeenMap, after: SeenMap): unknown {
  const counted = new Map(before.hexes.map(({ cell, posts }) => [cell, posts]))
  const came = after.hexes.filter(({ cell, posts }) => posts > (counted.get(cell) ?? 0))
  const drawn = after.lines.filter(({ post_id }) => post_id === id).map(({ post_id: _, ...line }) => line)
  return { came: came.map(({ cell }) => cell), drawn }
}
