import { readdirSync, watch } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Crew } from './crew.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Folders of the web server in `app`: all but Next's own, the pages and what they show, which Next reloads by itself. */
function serverFolders(): string[] {
  return readdirSync(`${root}app`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'ui' && !/^\(.*\)$/.test(entry.name))
    .map(({ name }) => `app/${name}`)
}

/** Which services a change in a room restarts. */
export const watched: Record<string, readonly string[]> = {
  indexer: ['indexer'],
  workers: ['workers'],
  adapters: ['workers', 'indexer', 'shop'],
  db: ['indexer', 'workers', 'web'],
  core: ['indexer', 'workers', 'web'],
  'app/server.ts': ['web'],
  ...Object.fromEntries(serverFolders().map((folder) => [folder, ['web']])),
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
