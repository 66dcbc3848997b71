import type { PostInput } from '../../../core/post/shape.ts'

/** A picture under its own Idempotency-Key: sent again, it is the same one. */
export type UnsentPhoto = { key: string; blob: Blob }

/** A post on its way, as it stands on the device. */
export type Unsent = {
  /** Idempotency-Key of the post. */
  key: string
  /** Whose it is: it goes out for nobody else who signs in here. */
  memberId: string
  /** All of it but the pictures. */
  input: PostInput
  photos: readonly UnsentPhoto[]
  /** When it was first sent, ms since the Unix epoch: keys are known for a day. */
  triedAt: number
  /** Why it was refused; it is not sent again by itself. */
  problem?: string
}

export type Outbox = {
  /** Of this member, the oldest first. */
  list: (memberId: string) => Promise<Unsent[]>
  put: (unsent: Unsent) => Promise<void>
  remove: (key: string) => Promise<void>
}

const [DATABASE, STORE] = ['snpd-outbox', 'posts']

const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
  return done(request)
}

async function use<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  const result = await done(work(database.transaction(STORE, mode).objectStore(STORE))).finally(() =>
    database.close(),
  )
  if (mode === 'readwrite') window.dispatchEvent(new Event(CHANGED))
  return result
}

/** Said on the window when something came into the outbox or left it. */
export const CHANGED = 'snpd:outbox'

/** This browser's, in IndexedDB. */
export const outbox: Outbox = {
  list: async (memberId) => {
    const all = await use<Unsent[]>('readonly', (store) => store.getAll())
    return all.filter((one) => one.memberId === memberId).sort((one, other) => one.triedAt - other.triedAt)
  },
  put: async (unsent) => {
    await use('readwrite', (store) => store.put(unsent))
  },
  remove: async (key) => {
    await use('readwrite', (store) => store.delete(key))
  },
}
