import { parseSync } from '@swc/core'
import { projectFiles } from './files.ts'
import { readsWhileLoading, textsOf } from './said.ts'

// What people read stands in app/ui/messages, once per language; and nothing reads it while a module loads, when no
// request has said yet in which language.

/** What is no language's: names, units, what is typed or sent as it stands. */
const everywhere = new Set(['SNPD', 'US', 'UTC', 'km'])

const found = projectFiles(/^app\/.*\.tsx?$/)
  .filter(
    ({ path }) =>
      /^app\/(ui\/(?!messages)|\(member\)|offline|[\w-]+\.tsx?$)/.test(path) && !/\.test\.tsx?$/.test(path),
  )
  .flatMap(({ path, text }) => {
    const module = parseSync(text, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2024' })
    const texts = path.endsWith('x') ? textsOf(module).filter((each) => !everywhere.has(each)) : []
    return [
      ...texts.map((each) => `${path}: "${each}" belongs to app/ui/messages`),
      ...readsWhileLoading(module).map((name) => `${path}: ${name} is read while the module loads`),
    ]
  })
for (const line of found) process.stdout.write(`${line}\n`)
process.exitCode = found.length > 0 ? 1 : 0
