import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { outcomeShape } from '../../core/checkout/outcome.ts'
import { sessionCookieShape } from '../../core/checkout/session.ts'
import { reviewShape } from '../../core/checkout/shape.ts'
import { makeFolder, readDurable, writeDurably } from './durable.ts'

const entryShape = z.object({
  /** submitting: the click that buys may have been made. Only a look into the shop ends it. */
  state: z.enum(['submitting', 'ended']),
  origin: z.string(),
  /** When the fence was raised. */
  at: z.iso.datetime(),
  review: reviewShape,
  outcome: outcomeShape.nullable(),
  /** True once the person was told the outcome. */
  told: z.boolean(),
  /** The shop's session, to read its confirmation with; only while submitting. */
  cookies: z.array(sessionCookieShape),
  /** The shop's own name for the checkout, where it was made by its interface; only while submitting. */
  ticket: z.string().nullable().default(null),
})
export type Entry = z.infer<typeof entryShape>

/** What a run buys and for whom: of one of these, one order. */
export type Subject = { url: URL; email: string }

export type Journal = {
  read: (subject: Subject) => Entry | undefined
  /** On disk, synced, when it returns. */
  write: (subject: Subject, entry: Entry) => void
  /** Notes that the person knows how it ended, if it did. */
  markTold: (subject: Subject) => void
  /** Numbers of the orders made at this shop, but for this subject's own. */
  otherOrders: (subject: Subject) => string[]
}

function nameOf({ url, email }: Subject): string {
  const text = `${url.origin}${url.pathname}${url.search}\n${email.toLowerCase()}`
  return `${createHash('sha256').update(text).digest('hex').slice(0, 40)}.json`
}

function readEntry(file: string): Entry | undefined {
  return readDurable(file, (json) => entryShape.parse(json), 'this was ordered before')
}

/** The fence of the command line: a folder of small files. @throws Final `config.data-folder` */
export function openJournal(folder: string): Journal {
  makeFolder(folder)
  const read = (subject: Subject) => readEntry(join(folder, nameOf(subject)))
  const write = (subject: Subject, entry: Entry) =>
    writeDurably(folder, nameOf(subject), `${JSON.stringify(entry, null, 2)}\n`)
  const markTold = (subject: Subject) => {
    const entry = read(subject)
    if (entry?.state === 'ended' && !entry.told) write(subject, { ...entry, told: true })
  }
  const otherOrders = (subject: Subject) =>
    readdirSync(folder)
      .filter((name) => /^[0-9a-f]+\.json$/.test(name) && name !== nameOf(subject))
      .map((name) => readEntry(join(folder, name)))
      .filter((entry) => entry?.origin === subject.url.origin)
      .flatMap((entry) => (entry?.outcome?.kind === 'ordered' ? [entry.outcome.number] : []))
      .filter((number) => number !== null)
  return { read, write, markTold, otherOrders }
}
