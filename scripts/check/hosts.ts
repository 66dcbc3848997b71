import { projectFiles } from './files.ts'

// Where packages come from is each machine's own business, and no path of one machine means anything on another.
const forbidden = [
  /registry\.[a-z0-9.-]+\.(org|com|net|io)/i,
  /"resolved": "http/,
  /\/(root|home\/[a-z]+)\/(work|\.npm)/,
  /(^|[^\w.])\/work\/(main|shared)/m,
]

const found = projectFiles(/\.(ts|tsx|mjs|js|json|md|sql|sol|yml|yaml|css|html|txt)$|^\.npmrc$/)
  .filter(({ path }) => path !== 'scripts/check/hosts.ts')
  .flatMap(({ path, text }) =>
    forbidden.filter((pattern) => pattern.test(text)).map((pattern) => `${path}: ${pattern}`),
  )
for (const line of found) process.stdout.write(`${line}\n`)
process.exitCode = found.length > 0 ? 1 : 0
