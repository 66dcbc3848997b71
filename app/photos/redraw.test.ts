import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { photoOf } from '../../test/support/photo.ts'
import { createRedraw } from './redraw.ts'

const redraw = createRedraw()
/** What a phone writes into its pictures. */
const told = {
  IFD0: { Make: 'Lumenwerk', Model: 'Pocket 7', Artist: 'Ana Example' },
  IFD2: { DateTimeOriginal: '2026:05:05 12:00:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '40/1 43/1 10/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '73/1 57/1 40/1',
  },
}
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>secret caption</rdf:RDF></x:xmpmeta>'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A black square of one bit a pixel. */
function blackPng(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side))
  const chunks = [chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

describe('a picture drawn anew', () => {
  test('holds nothing of where, when, with what and by whom it was taken', async () => {
    const photo = await photoOf((image) => image.jpeg().withExif(told).withXmp(xmp).withIccProfile('p3'))
    const before = await sharp(photo).metadata()
    expect([before.exif?.includes('Lumenwerk'), before.xmp?.includes('secret caption')]).toEqual([true, true])
    expect(before.exif?.includes(Buffer.from('GPS')) || before.exif?.length).toBeTruthy()
    const { webp } = await redraw(photo)
    const after = await sharp(webp).metadata()
    expect([after.exif, after.xmp, after.icc, after.iptc, after.format]).toEqual([
      ...[undefined, undefined, undefined, undefined, 'webp'],
    ])
    const bytes = Buffer.from(webp)
    for (const word of ['Exif', 'EXIF', 'XMP', 'ICCP', 'Lumenwerk', 'Pocket', 'Ana', 'secret', '2026:05:05'])
      expect(bytes.includes(word), word).toBe(false)
  })

  test('stands as it was held, and its longer side is 1600 pixels at most', async () => {
    const large = await photoOf((image) =>
      image.resize(3200, 2400, { fit: 'fill' }).jpeg().withMetadata({ orientation: 6 }),
    )
    // Turned by a quarter, as its EXIF says.
    expect(await redraw(large)).toMatchObject({ width: 1200, height: 1600 })
    expect(await redraw(await photoOf())).toMatchObject({ width: 40, height: 30 })
    const thumb = await sharp((await redraw(large)).thumb).metadata()
    expect(thumb).toMatchObject({ format: 'webp', width: 240, height: 320 })
  })

  test('may be a JPEG, a PNG or a WebP, whatever it is called', async () => {
    for (const make of ['jpeg', 'png', 'webp'] as const)
      expect(await redraw(await photoOf((image) => image[make]()))).toMatchObject({ width: 40 })
  })
})

describe('a file that is a picture and something else too', () => {
  const script = '<script>alert(document.domain)</script>'
  /** What stands behind the end of a picture: an archive, a page, a document. */
  const behind = ['PK\x03\x04evil.jar', `<html>${script}</html>`, '%PDF-1.7 /JavaScript (app.alert(1))']

  test('is a picture alone when it was drawn anew', async () => {
    const comment = Buffer.from(`=1;/*${script}*/`)
    const marked = (jpeg: Buffer) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(comment.length + 2)
      return Buffer.concat([
        jpeg.subarray(0, 2),
        Buffer.from([0xff, 0xfe]),
        length,
        comment,
        jpeg.subarray(2),
      ])
    }
    const png = await photoOf((image) => image.png())
    const text = Buffer.concat([
      png.subarray(0, 33),
      chunk('tEXt', Buffer.from(`Comment\0${script}`)),
      png.subarray(33),
    ])
    for (const picture of [marked(await photoOf()), text, await photoOf((image) => image.webp())])
      for (const tail of behind) {
        const { webp, thumb } = await redraw(Buffer.concat([picture, Buffer.from(tail, 'latin1')]))
        for (const drawn of [webp, thumb].map((bytes) => Buffer.from(bytes))) {
          for (const part of ['script', 'alert', 'PK\x03\x04', '%PDF', 'html'])
            expect(drawn.includes(Buffer.from(part, 'latin1')), part).toBe(false)
          // RIFF says how long it is: nothing stands behind it.
          expect(drawn.readUInt32LE(4) + 8).toBe(drawn.length)
        }
      }
  })

  test('is refused where it does not begin as a picture', async () => {
    for (const head of behind) {
      const file = Buffer.concat([Buffer.from(head, 'latin1'), await photoOf()])
      await expect(redraw(file)).rejects.toMatchObject({ code: 'photo.unreadable' })
    }
  })
})

describe('refused is', () => {
  const refused = (bytes: Uint8Array) =>
    expect(redraw(bytes)).rejects.toMatchObject({ code: 'photo.unreadable' })

  test('what is another kind: GIF, TIFF, AVIF, SVG, text, nothing', async () => {
    await refused(await photoOf((image) => image.gif()))
    await refused(await photoOf((image) => image.tiff()))
    await expect(redraw(await photoOf((image) => image.avif()))).rejects.toThrow('HEIC or AVIF')
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
    for (const text of [svg, '', 'GIF89a', '\xff\xd8\xff<svg/>']) await refused(Buffer.from(text, 'latin1'))
  })

  test('half a picture', async () => {
    const whole = await photoOf((image) => image.resize(800, 600, { fit: 'fill' }).jpeg())
    await refused(whole.subarray(0, whole.length / 2))
  })

  test('a bomb: some KB that would be gigabytes of pixels', async () => {
    const bomb = blackPng(9_000)
    expect(bomb.length).toBeLessThan(200_000)
    await refused(bomb)
    expect(await redraw(blackPng(7_000))).toMatchObject({ width: 1600, height: 1600 })
  })

  test('none of the others because of it: they go one after the other', async () => {
    const photo = await photoOf()
    const [bad, good] = await Promise.allSettled([
      redraw(Buffer.from('\xff\xd8\xff', 'latin1')),
      redraw(photo),
    ])
    expect([bad?.status, good?.status]).toEqual(['rejected', 'fulfilled'])
  })
})
