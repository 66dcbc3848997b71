import sharp from 'sharp'
import { Final } from '../../core/errors.ts'
import { PHOTO_SIDE, THUMB_SIDE } from '../../core/photo/limits.ts'

/** A picture as it is kept, and a small one: WebP, pixels and nothing else. Width and height are those of the large one. */
export type Drawn = { webp: Uint8Array; thumb: Uint8Array; width: number; height: number }

/** A phone's camera has 50 million; more is a bomb: a file of a few KB that unpacks to gigabytes. */
const MAX_PIXELS = 52_000_000
const SECONDS = 20

const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text

const kinds = {
  jpeg: (bytes: Uint8Array) => startsWith(bytes, '\xff\xd8\xff'),
  png: (bytes: Uint8Array) => startsWith(bytes, '\x89PNG\r\n\x1a\n'),
  webp: (bytes: Uint8Array) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8),
} as const

function unreadable(bytes: Uint8Array, cause?: unknown): Final {
  const isHeic = startsWith(bytes, 'ftyp', 4)
  return new Final({
    code: 'photo.unreadable',
    message: isHeic ? 'This is a HEIC or AVIF picture.' : 'This is no picture that can be read here.',
    fix: isHeic
      ? 'Send it as JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible.'
      : `Send a whole JPEG, PNG or WebP of at most ${MAX_PIXELS / 1_000_000} million pixels.`,
    cause,
  })
}

async function draw(bytes: Uint8Array): Promise<Drawn> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
    .timeout({ seconds: SECONDS })
    // What its EXIF says of turning is done, since the EXIF goes.
    .autoOrient()
    .resize({ width: PHOTO_SIDE, height: PHOTO_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  const thumb = await sharp(data)
    .resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 70 })
    .toBuffer()
  return { webp: data, thumb, width: info.width, height: info.height }
}

/**
 * Decodes pictures and draws them anew, one at a time: a large one takes some hundred MB while it is open. What goes in is a
 * JPEG, PNG or WebP by its first bytes, whatever it is called; what comes out has no EXIF, GPS, XMP, profile or comment.
 * The function it makes throws Final `photo.unreadable`.
 */
export function createRedraw(): (bytes: Uint8Array) => Promise<Drawn> {
  let last: Promise<unknown> = Promise.resolve()
  return (bytes) => {
    if (!Object.values(kinds).some((isKind) => isKind(bytes))) return Promise.reject(unreadable(bytes))
    const drawn = last.then(() => draw(bytes))
    last = drawn.catch(() => undefined)
    return drawn.catch((cause: unknown) => {
      throw unreadable(bytes, cause)
    })
  }
}
