import type { Position } from '../cell/disk.ts'

/** Mean radius of WGS 84 (IUGG), metres. Distances are those on a sphere: within 0.6 % of the true ones. */
export const EARTH_M = 6_371_008.8

const radians = (degrees: number) => (degrees * Math.PI) / 180

/**
 * A place as a point in space, metres from the middle of the Earth: near in space is near on the ground, without a seam at
 * the date line or the poles. As Postgres' earthdistance does it, and as db/migrations/app/033_geo.sql stores it.
 */
export function earthPoint({ latitude, longitude }: Position): [x: number, y: number, z: number] {
  const [up, around] = [radians(latitude), radians(longitude)]
  return [
    EARTH_M * Math.cos(up) * Math.cos(around),
    EARTH_M * Math.cos(up) * Math.sin(around),
    EARTH_M * Math.sin(up),
  ]
}

/** The straight line through the Earth between places so many metres apart on the ground, metres. */
export function chordOf(metres: number): number {
  return 2 * EARTH_M * Math.sin(Math.min(metres / EARTH_M, Math.PI) / 2)
}
