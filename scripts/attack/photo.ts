import sharp from 'sharp'
import type { Position } from '../../core/cell/disk.ts'

const MAKER = 'Lumenwerk'

/** Degrees as EXIF has them, to a hundredth of a second. */
function rational(degrees: number): string {
  const all = Math.round(Math.abs(degrees) * 360_000)
  return `${Math.floor(all / 360_000)}/1 ${Math.floor((all % 360_000) / 6_000)}/1 ${all % 6_000}/100`
}

/** A picture as a phone takes it: it says where. */
export function photoTakenAt({ latitude, longitude }: Position): Promise<Buffer> {
  const background = { r: 200, g: 60, b: 20 }
  const gps = {
    GPSLatitudeRef: latitude < 0 ? 'S' : 'N',
    GPSLatitude: rational(latitude),
    GPSLongitudeRef: longitude < 0 ? 'W' : 'E',
    GPSLongitude: rational(longitude),
  }
  return sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Make: MAKER }, IFD3: gps })
    .toBuffer()
}

/** What a picture still says of the one that was sent, as something that differs with it; empty when it says nothing. */
export async function photoSays(bytes: Uint8Array): Promise<string> {
  const { exif, xmp, iptc } = await sharp(bytes)
    .metadata()
    .catch(() => ({ exif: bytes, xmp: undefined, iptc: undefined }))
  return [exif, xmp, iptc].map((part) => (part ? Buffer.from(part).toString('base64') : '')).join('')
}
