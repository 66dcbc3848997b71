type Said = { at: number; name: string; rooms: readonly string[] }

export type Recent = {
  /** Something was said to who is in one of these rooms. */
  note: (name: string, rooms: readonly string[]) => void
  /** From now on all is heard; whatever was before may have been missed by ourselves. */
  begin: () => void
  /** Names of what was said to any of the rooms since then, Unix ms; undefined: that is not known so far back. */
  since: (at: number, rooms: ReadonlySet<string>) => Set<string> | undefined
}

/** Longer than a page takes from being read by the server to having a line, ms. */
const KEPT_MS = 120_000
/** What a page was read of by one web process, another one may be asked for: their clocks differ, ms. */
const SKEW_MS = 5_000
/** Of what is kept, against a flood: then it reaches less far back. */
const MOST = 20_000

/**
 * What this process said of late: a page that has just been read need not be read again when its line comes up, but where
 * something was said in between.
 * @param now Unix ms
 */
export function createRecent(now: () => number = Date.now, most = MOST): Recent {
  let said: Said[] = []
  let knownFrom = Number.POSITIVE_INFINITY

  const sweep = () => {
    const oldest = now() - KEPT_MS
    if (knownFrom < oldest) knownFrom = oldest
    const kept = said.findIndex(({ at }) => at >= oldest)
    if (kept !== 0) said = kept === -1 ? [] : said.slice(kept)
  }
  return {
    note: (name, rooms) => {
      said.push({ at: now(), name, rooms })
      if (said.length <= most) return
      sweep()
      const dropped = said.splice(0, Math.max(0, said.length - Math.floor(most / 2))).at(-1)
      if (dropped) knownFrom = Math.max(knownFrom, dropped.at + 1)
    },
    begin: () => {
      said = []
      knownFrom = now()
    },
    since: (at, rooms) => {
      sweep()
      const from = at - SKEW_MS
      if (from < knownFrom) return undefined
      const heard = said.filter((one) => one.at >= from && one.rooms.some((room) => rooms.has(room)))
      return new Set(heard.map(({ name }) => name))
    },
  }
}
