import type { Db } from '../client.ts'

/**
 * Sends rows of BinaryRows into a table.
 * @param into the table and its columns, as SQL
 */
export async function copyInto(tx: Db, into: string, rows: Buffer): Promise<void> {
  const query = tx.unsafe(`copy ${into} from stdin with (format binary)`)
  const failed = Promise.withResolvers<never>()
  // postgres.js 3.4.9 settles the query when the stream opens, and tells nobody of what fails after the stream's end: a
  // duplicate key, a lost connection. It still calls this.
  Object.assign(query, { reject: failed.reject })
  const copied = query.writable().then(
    (stream) =>
      new Promise<void>((resolve, reject) => {
        stream.once('error', reject)
        stream.end(rows, () => resolve())
      }),
  )
  await Promise.race([copied, failed.promise])
}
