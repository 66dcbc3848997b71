import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { parseConfig } from '../../core/config.ts'

export const root = join(import.meta.dirname, '..', '..')
export const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

/** The documents of a file. */
export function documentsOf(path: string): unknown[] {
  return parseAllDocuments(textOf(path), { merge: true }).map((document) => {
    if (document.errors.length > 0) throw new Error(`${path}: ${document.errors[0]?.message}`)
    return document.toJS()
  })
}
export const yamlOf = (path: string): unknown => parse(textOf(path), { merge: true })

type Name = Parameters<typeof parseConfig>[1][number]

/** Whether core/config.ts knows a variable: it complains of nothing else than its value. */
export function isVariable(name: string): name is Name {
  try {
    parseConfig({}, [name as Name])
    return true
  } catch (error) {
    // One that it does not know makes no shape at all.
    return error instanceof Error && error.name === 'Final'
  }
}

/** The variables that an entry point reads, as its source names them. */
export function namesOf(entry: string): Name[] {
  const [list] = /(?:const names|const metricsNames)[\s\S]*?\n\n/.exec(textOf(entry)) ?? []
  const source = list ?? textOf(entry)
  return [...new Set([...source.matchAll(/'([A-Z][A-Z0-9_]+)'/g)].map(([, name = '']) => name))].filter(
    isVariable,
  )
}

/** Every file of ours that an entry point loads, and every package. */
export function loadedBy(entry: string): { files: string[]; packages: string[] } {
  const [files, packages, todo] = [new Set<string>(), new Set<string>(), [entry]]
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (files.has(file)) continue
    files.add(file)
    for (const [, specifier = ''] of textOf(file).matchAll(
      /^(?:import|export) (?!type )[\w\s{},*$]+ from '([^'\n]+)'/gm,
    ))
      if (specifier.startsWith('.')) todo.push(join(dirname(file), specifier))
      else if (!specifier.startsWith('node:'))
        packages.add(
          specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/'),
        )
  }
  return { files: [...files], packages: [...packages] }
}

export const isThere = (path: string) => existsSync(join(root, path))

const stringsShape = z.record(z.string(), z.string())
const listShape = z.array(z.string())
const buildShape = z.object({ depends_on: z.record(z.string(), z.unknown()).optional() })
const serviceShape = buildShape.extend({
  image: z.string(),
  command: listShape.optional(),
  entrypoint: listShape.optional(),
  environment: stringsShape.default({}),
  ports: listShape.default([]),
  volumes: listShape.default([]),
  read_only: z.boolean().optional(),
  cap_drop: listShape.optional(),
})
export type ComposeService = z.infer<typeof serviceShape>

const composeShape = z.object({
  services: z.record(z.string(), serviceShape),
  volumes: z.record(z.string(), z.unknown()),
})

/** docker-compose.yml, each `${NAME}` filled in from `values`; one that is missing there stays as it is. */
export function readCompose(values: Record<string, string>): z.infer<typeof composeShape> {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replace(/\$\{(\w+)(:\?[^}]*)?\}/g, (whole, name: string) => values[name] ?? whole)
    if (Array.isArray(value)) return value.map(fill)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]))
  }
  return composeShape.parse(fill(yamlOf('docker-compose.yml')))
}

/** A file of NAME='value' lines, a value of several lines included. */
export function readEnv(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^(\w+)='([^']*)'$/gm)].map(([, name, value]) => [name, value]))
}
