import { watch } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Crew } from './crew.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Which services a change in a room restarts. Next reloads the pages by itself. */
export const watched: Record<string, readonly string[]> = {
  indexer: ['indexer'],
  workers: ['workers'],
  adapters: ['workers', 'indexer', 'shop'],
  db: ['indexer', 'workers', 'web'],
  core: ['indexer', 'workers', 'web'],
  'app/api': ['web'],
  'app/auth': ['web'],
  'app/health': ['web'],
  'app/http': ['web'],
  'app/photos': ['web'],
  'app/realtime': ['web'],
  'app/redis': ['web'],
  'app/server.ts': ['web'],
}
const QUIET_MILLISECONDS = 300

/** For development: restarts a service when the code it runs changes; an editor's burst of writes counts once. */
export function watchSources(crew: Crew): void {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    for (const name of changed) crew.restart(name)
    changed.clear()
  }
  for (const [path, names] of Object.entries(watched))
    watch(`${root}${path}`, { recursive: true }, (_event, file) => {
      if (!file || /\.test\.tsx?$/.test(file)) return
      for (const name of names) changed.add(name)
      clearTimeout(timer)
      timer = setTimeout(flush, QUIET_MILLISECONDS)
    })
}
