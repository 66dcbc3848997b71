import { createAdapter } from '@socket.io/postgres-adapter'
import pg, { type Pool } from 'pg'
import type { Cluster } from './cluster.ts'

const nothing = () => undefined

/**
 * Socket.IO's adapter over NOTIFY. It never gives the connection back on which it listened when that is lost, and hears no
 * errors of it: of the pool itself that would use up a place at each loss, and the process. So it gets connections of its own
 * to listen on.
 */
export function openPostgresCluster(url: string): Cluster {
  const options = { connectionString: url, application_name: 'snpd-sockets', connectionTimeoutMillis: 10_000 }
  const pool = new pg.Pool({ ...options, max: 2 })
  pool.on('error', nothing)
  const open = new Set<pg.Client>()
  const connect = async () => {
    const client = new pg.Client({ ...options, keepAlive: true })
    client.on('error', nothing)
    client.once('end', () => open.delete(client))
    await client.connect()
    open.add(client)
    return Object.assign(client, { release: nothing })
  }
  const query = (text: string, values?: unknown[]) => pool.query(text, values)
  // All that the adapter uses of a pool.
  const adapter = createAdapter({ connect, query } as unknown as Pool, {
    channelPrefix: 'sockets',
    tableName: 'app.socket_io_attachments',
    errorHandler: nothing,
  })
  const close = async () => {
    for (const client of open) client.removeAllListeners('end')
    await Promise.allSettled([...open].map((client) => client.end()))
    await pool.end()
  }
  return { adapter, close }
}
