import { inflateRawSync } from 'node:zlib'

const ENTRY = 0x02014b50

/** The files of a zip archive, each as its bytes, by its central directory (APPNOTE 4.3.12). */
export function unzip(archive: Buffer): Buffer[] {
  const files: Buffer[] = []
  const end = archive.lastIndexOf(Buffer.from('504b0506', 'hex'))
  let at = archive.readUInt32LE(end + 16)
  while (archive.readUInt32LE(at) === ENTRY) {
    const [packed, head] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)]
    const start = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28)
    const bytes = archive.subarray(start, start + packed)
    files.push(archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes))
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}
