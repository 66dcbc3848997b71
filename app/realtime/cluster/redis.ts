import { createAdapter } from '@socket.io/redis-streams-adapter'
import { Redis } from 'ioredis'
import type { Cluster } from './cluster.ts'

const nothing = () => undefined

/** How long it listens at a time before it looks whether it is to stop, ms. */
const BLOCK_MS = 1000

/** Socket.IO's adapter over a stream. Its commands wait for a lost connection: it asks some of them without hearing them fail. */
export function openRedisCluster(url: string): Cluster {
  const redis = new Redis(url, { maxRetriesPerRequest: null, connectTimeout: 5000 })
  redis.on('error', nothing)
  const publish = redis.publish.bind(redis)
  // Those that still wait when it closes fail, and nobody else would catch it.
  const patient = Object.assign(redis, {
    publish: (channel: string, message: Buffer) => publish(channel, message).catch(() => 0),
  })
  const adapter = createAdapter(patient, {
    streamName: 'snpd:sockets',
    channelPrefix: 'snpd:sockets',
    blockTimeInMs: BLOCK_MS,
  })
  return { adapter, close: async () => redis.disconnect() }
}
