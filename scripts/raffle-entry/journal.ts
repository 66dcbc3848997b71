import { createHash } from 'node:crypto'
import { join } from 'node:path'
import {
  alreadyInDraw,
  type EntryFence,
  type EntryRecord,
  entryRecordShape,
} from '../../core/raffle-form/fence.ts'
import { createDurably, makeFolder, readDurable, removeDurably, writeDurably } from '../checkout/durable.ts'

/** Who enters which draw (core/raffle-form/draw.ts). */
type EntrySubject = { draw: string; email: string }

const asText = (record: EntryRecord) => `${JSON.stringify(record, null, 2)}\n`

/** The fence of the command line: one file per draw and email. @throws Final `config.data-folder` */
export function openEntryJournal(folder: string, { draw, email }: EntrySubject): EntryFence {
  makeFolder(folder)
  const name = `${createHash('sha256').update(`${draw}\n${email.toLowerCase()}`).digest('hex').slice(0, 40)}.json`
  const find = () =>
    readDurable(join(folder, name), (json) => entryRecordShape.parse(json), 'this draw was entered before')
  return {
    read: async () => find(),
    raise: async ({ title, cookies }) => {
      const record: EntryRecord = {
        state: 'submitting',
        at: new Date().toISOString(),
        title,
        outcome: null,
        cookies,
      }
      if (!createDurably(folder, name, asText(record))) throw alreadyInDraw()
    },
    settle: async (outcome) => {
      const record = find()
      if (!record) return
      const isIn = outcome.kind === 'entered' || outcome.kind === 'already-entered'
      if (outcome.kind === 'not-entered') removeDurably(folder, name)
      else if (isIn) writeDurably(folder, name, asText({ ...record, state: 'entered', outcome, cookies: [] }))
      else writeDurably(folder, name, asText({ ...record, outcome }))
    },
  }
}
