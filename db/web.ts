import { connect, type Sql } from './client.ts'

/** Milliseconds. No request may hold the database longer: what takes more than this is an attack or a mistake. */
const limits = { statement_timeout: '8000', lock_timeout: '4000' }

/** The web tier's client: its statements end after seconds. Workers and migrations have none of these limits. */
export function connectWeb(url: string): Sql {
  return connect(url, { name: 'web', settings: limits })
}
