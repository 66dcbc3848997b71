import type { Cluster } from './cluster.ts'
import { openPostgresCluster } from './postgres.ts'
import { openRedisCluster } from './redis.ts'

export type ClusterOptions = { appDatabaseUrl: string; redisUrl: string | undefined }

/** Over Redis when there is one, else over Postgres. Either may lose what it is told while its connection is down. */
export function openCluster({ appDatabaseUrl, redisUrl }: ClusterOptions): Cluster {
  return redisUrl ? openRedisCluster(redisUrl) : openPostgresCluster(appDatabaseUrl)
}
