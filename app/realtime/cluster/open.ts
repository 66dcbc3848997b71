import type { Server } from 'socket.io'
import { openPostgresCluster } from './postgres.ts'
import { openRedisCluster } from './redis.ts'

/** How the web processes speak to each other's sockets: the end of a session, and that there are news. */
export type Cluster = {
  adapter: NonNullable<Parameters<Server['adapter']>[0]>
  close: () => Promise<void>
}

export type ClusterOptions = { appDatabaseUrl: string; redisUrl: string | undefined }

/** Over Redis when there is one, else over Postgres. What it cannot say is said when its connection is back, or never. */
export function openCluster({ appDatabaseUrl, redisUrl }: ClusterOptions): Cluster {
  return redisUrl ? openRedisCluster(redisUrl) : openPostgresCluster(appDatabaseUrl)
}
