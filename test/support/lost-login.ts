import { type AddressInfo, createServer, connect as dial } from 'node:net'
import { connect } from '../../db/client.ts'
import { surviveLostLogins } from '../../db/lost-login.ts'
import { inTransaction } from '../../db/transaction.ts'

/** Of a process: the database, how many logins are lost before one succeeds, and whether it is to survive them. */
const [url = '', lost = '0', mode] = process.argv.slice(2)
if (mode === 'survive') surviveLostLogins(process)

/** A way to the database that loses a connection at the first question on it. */
async function cutOff(target: URL): Promise<string> {
  let left = Number(lost)
  const listener = createServer((client) => {
    const server = dial(Number(target.port), target.hostname)
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
    server.pipe(client)
    client.on('data', (chunk: Buffer) => {
      if (left === 0 || !chunk.includes('pg_catalog.pg_type')) return void server.write(chunk)
      left--
      client.destroy()
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const way = new URL(target)
  way.hostname = '127.0.0.1'
  way.port = String((listener.address() as AddressInfo).port)
  return way.href
}

const sql = connect(await cutOff(new URL(url)), { name: 'test', max: 2 })
const ask = () => inTransaction(sql, (tx) => tx`select 1`).then(() => sql`select 1`)
for (let tries = 0; tries < 20; tries++) {
  const answered = await ask().then(
    () => true,
    () => false,
  )
  if (!answered) continue
  process.stdout.write('answered\n')
  process.exit(0)
}
process.exit(1)
