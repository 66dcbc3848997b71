import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../../app/ui/messages/', import.meta.url))
const declared = /export const (\w+)[^=]*= inWords(?:<[^(]*>)?\(\s*'([^']+)'/g

/** Words of every part of the site in English, by the part: what the modules of app/ui/messages say where no language is on. */
export async function readEnglish(): Promise<Map<string, unknown>> {
  const paths = globSync('**/*.ts', { cwd: root }).filter((path) => !/^de\/|\.test\.ts$/.test(path))
  const parts = await Promise.all(
    paths.map(async (path) => {
      const names = [...readFileSync(root + path, 'utf8').matchAll(declared)]
      const module = names.length === 0 ? {} : await import(pathToFileURL(root + path).href)
      return names.map(([, name = '', part = '']) => [part, module[name]] as const)
    }),
  )
  return new Map(parts.flat())
}

/** Each text of a table with where it stands: "drop/gate.held". */
export function textsOf(value: unknown, at: string): [string, string][] {
  if (typeof value === 'string') return [[at, value]]
  if (typeof value !== 'object' || value === null) throw new Error(`${at} is no text`)
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, `${at}.${name}`))
}
