/** One signed-in client: a browser or a program, from its sign-in to its end. */
export type Session = {
  id: string
  memberId: string
  userAgent: string | null
  createdAt: Date
  /** When its refresh token was last exchanged. */
  usedAt: Date
  /** When it ends unless its refresh token is exchanged before. */
  expiresAt: Date
}

/** SHA-256 of the two random parts of a refresh token: the server keeps nothing that signs anyone in. */
export type RefreshHashes = {
  /** The same in every refresh token of one session. */
  family: Uint8Array
  /** Another in each. */
  secret: Uint8Array
}

export type NewSession = Pick<Session, 'id' | 'memberId' | 'userAgent'> & {
  refresh: RefreshHashes
  now: Date
  expiresAt: Date
  /** However much it is used, it ends here. */
  endsAt: Date
}

/** A refresh token as somebody presents it. */
export type Presented = RefreshHashes & { id: string }

export type Exchange = {
  presented: Presented
  /** Hash of the next token's secret part. */
  next: Uint8Array
  now: Date
  /** The session's new `expiresAt`, cut at its `endsAt`. */
  expiresAt: Date
  /** A token replaced after this moment makes a race of two tabs, not a theft. */
  racedSince: Date
}

/**
 * What presenting a refresh token led to. `raced`: it was replaced a moment ago, nothing happens and nothing is given.
 * `reused`: it was replaced long ago, so two hold tokens of one session; the session is ended.
 */
export type Exchanged =
  | { outcome: 'rotated'; session: Session }
  | { outcome: 'reused'; memberId: string }
  | { outcome: 'raced' }
  | { outcome: 'unknown' }

/**
 * Where sessions live: db/sessions/store.ts in Postgres, app/redis/sessions.ts in Redis. Each method is one atomic step.
 * Whatever ends a session also tells every web process (Postgres channel `session`, the bare id) to close its sockets.
 */
export type SessionStore = {
  create: (session: NewSession) => Promise<void>
  /** The session while it stands. */
  read: (id: string, now: Date) => Promise<Session | undefined>
  /** The session whose newest refresh token this is. Changes nothing. */
  holder: (presented: Presented, now: Date) => Promise<Session | undefined>
  exchange: (exchange: Exchange) => Promise<Exchanged>
  /** Those of a member that stand, newest first. */
  list: (memberId: string, now: Date) => Promise<Session[]>
  /** Ends one session of this member. @returns whether there was one */
  end: (session: { id: string; memberId: string }) => Promise<boolean>
  /** Ends all of a member's sessions but the one named. @returns how many */
  endAll: (memberId: string, but?: string) => Promise<number>
}
