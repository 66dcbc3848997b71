import type { SessionStore } from './session-store.ts'

export type Nonce = {
  nonce: string
  /** SHA-256 of the asking browser's pre-session cookie; null for a client without cookies. */
  browser: Uint8Array | null
  now: Date
}

/** Sign-In with Ethereum nonces, each used up once. */
export type NonceStore = {
  add: (nonce: Nonce & { expiresAt: Date }) => Promise<void>
  /** Uses a nonce up: true once, before it expires, for the very browser (or the client without one) it was given to. */
  take: (nonce: Nonce) => Promise<boolean>
}

/** Failed sign-ins by subject, in windows that start at a subject's first. */
export type AttemptStore = {
  /**
   * Counts one attempt for each subject and returns each count, this one included. Counting comes before the password
   * is looked at, so that guesses sent in parallel count too.
   */
  count: (attempt: { subjects: string[]; now: Date; windowSeconds: number }) => Promise<Map<string, number>>
  /** Takes back the attempt of someone who got in. */
  forgive: (subjects: string[]) => Promise<void>
}

/** What signing in keeps, on one engine: Postgres, or Redis where REDIS_URL is set. */
export type AuthStores = { sessions: SessionStore; nonces: NonceStore; attempts: AttemptStore }
