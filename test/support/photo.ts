import sharp, { type Sharp } from 'sharp'

/** A small JPEG, or what is made of one. */
export function photoOf(make: (image: Sharp) => Sharp = (image) => image.jpeg()): Promise<Buffer> {
  const background = { r: 200, g: 60, b: 20 }
  return make(sharp({ create: { width: 40, height: 30, channels: 3, background } })).toBuffer()
}
