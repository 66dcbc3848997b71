import { cellToChildren, cellToLatLng, cellToParent, gridDisk, gridRing } from 'h3-js'
import { z } from 'zod'
import { placeOf } from '../../core/cell/cell.ts'
import type { Position } from '../../core/cell/disk.ts'
import { cellsApart, REACH_KM } from '../../core/veil/move.ts'
import type { Api } from './api.ts'

/** Where somebody with a post truly stands: nothing of it but a cell ever leaves their device. */
export type Spot = Position & { area: string }

function middle(cell: string): Spot {
  const [latitude, longitude] = cellToLatLng(cell)
  return { latitude, longitude, area: placeOf({ latitude, longitude }).area }
}

/** Seven places spread over the area, and one in each of its neighbours. Pure. */
export function spotsOf(area: string): Spot[] {
  const within = cellToChildren(area, 8).map((street) => ({ ...middle(street), area }))
  return [...within, ...gridRing(area, 1).map((cell) => ({ ...middle(cell), area: cell }))]
}

/** How far from the edge of what is seen a look says something: a cell's own width. */
const EDGE_KM = 2.6

/** Cells around from some of which a post in the area is seen and from others not, in the order of a walk around it. Pure. */
export function viewpointsOf(area: string): string[] {
  const [latitude, longitude] = cellToLatLng(area)
  const angle = (cell: string) => {
    const [north, east] = cellToLatLng(cell)
    return Math.atan2(north - latitude, (east - longitude) * Math.cos((latitude * Math.PI) / 180))
  }
  return gridDisk(area, 8)
    .filter((cell) => Math.abs(cellsApart(cell, area) - REACH_KM) < EDGE_KM)
    .sort((one, other) => angle(one) - angle(other))
}

const citiesShape = z.object({ items: z.array(z.object({ cell: z.string(), stores: z.number() })) })
const cityShape = z.object({ streets: z.array(z.object({ cell: z.string() })) })
/** Where no shop is known: as good as any other. */
const SOMEWHERE: Position = { latitude: 40.7195, longitude: -73.9613 }

/** An area of the instance with shops, which is where people post. */
export async function busyArea(api: Api): Promise<string> {
  const cities = citiesShape.safeParse((await api('/karma/places')).json).data?.items ?? []
  const most = cities.toSorted((one, other) => other.stores - one.stores)[0]
  const city = most && cityShape.safeParse((await api(`/karma/places/${most.cell}`)).json).data
  const street = city?.streets[0]?.cell
  return street ? cellToParent(street, 7) : placeOf(SOMEWHERE).area
}
