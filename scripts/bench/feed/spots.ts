import { latLngToCell } from 'h3-js'
import { resolutions } from '../../../core/cell/cell.ts'
import type { Position } from '../../../core/cell/disk.ts'
import { chanceOf } from './chance.ts'
import type { World } from './world.ts'

export type Spot = Position & { view: string }

/** Where people look from, for posts are where they are; always the same. */
export function spotsOf(world: World, count: number): Spot[] {
  const chance = chanceOf(77)
  return Array.from({ length: count }, () => {
    const nth = chance.below(world.count)
    const [latitude = 0, longitude = 0] = [world.latitude[nth], world.longitude[nth]]
    return { latitude, longitude, view: latLngToCell(latitude, longitude, resolutions.area) }
  })
}
