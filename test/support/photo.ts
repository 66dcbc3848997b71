import sharp, { type Sharp } from 'sharp'
import type { Api } from '../../app/api/context.ts'
import { storePhoto } from '../../app/photos/keep.ts'
import type { Photo } from '../../core/photo/shape.ts'

/** A small JPEG, or what is made of one. */
export function photoOf(make: (image: Sharp) => Sharp = (image) => image.jpeg()): Promise<Buffer> {
  const background = { r: 200, g: 60, b: 20 }
  return make(sharp({ create: { width: 40, height: 30, channels: 3, background } })).toBuffer()
}

/** A picture in the store, promised and nobody's yet: what says "webp" and is none. */
export function storedPhoto(api: Pick<Api, 'sql' | 'photos' | 'now'>): Promise<Photo> {
  const webp = Buffer.from('webp')
  return storePhoto(api, { webp, thumb: webp, width: 1, height: 1 })
}
