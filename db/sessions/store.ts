import type { SessionStore } from '../../core/auth/session-store.ts'
import type { Db } from '../client.ts'
import { createSession } from './create.ts'
import { endSession, endSessions } from './end.ts'
import { exchangeRefresh } from './exchange.ts'
import { listSessions, readHolder, readSessionRow } from './read.ts'

/** Sessions in Postgres. */
export function postgresSessions(db: Db): SessionStore {
  return {
    create: (session) => createSession(db, session),
    read: (id, now) => readSessionRow(db, id, now),
    holder: (presented, now) => readHolder(db, presented, now),
    exchange: (exchange) => exchangeRefresh(db, exchange),
    list: (memberId, now) => listSessions(db, memberId, now),
    end: (session) => endSession(db, session),
    endAll: (memberId, but) => endSessions(db, memberId, but),
  }
}
