// Run after every `npm install`. A registry mirror may lack platform builds of optional packages; npm then leaves
// them out of package-lock.json and every later `npm ci` dies with "Missing: X from lock file". This puts them back.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const systems = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony']
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'loong64']
const aliases = { amd64: 'x64', windows: 'win32', 'arm-eabi': 'arm' }

/** Where Node's resolution would find `name` from the package at `from`, or undefined. */
function located(packages, from, name) {
  for (let base = from; ; ) {
    const path = `${base ? `${base}/` : ''}node_modules/${name}`
    if (packages[path]) return path
    if (!base) return undefined
    base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/'))).replace(/\/$/, '')
  }
}

/** os, cpu and libc read from the tail of a platform package's name. */
function platformOf(name) {
  const words = name.split(/[-/]/).map((word) => aliases[word] ?? word)
  const pick = (known) => words.filter((word) => known.includes(word))
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((w) => w.startsWith('gnu'))
      ? ['glibc']
      : []
  const entry = { os: pick(systems), cpu: pick(processors), libc }
  return Object.fromEntries(Object.entries(entry).filter(([, values]) => values.length > 0))
}

/** The lock with an entry for each optional dependency it misses. Pure: returns what was added. */
export function missingOptional(lock) {
  const added = {}
  for (const [from, entry] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {}))
      if (!located(lock.packages, from, name) && /^\d/.test(version))
        added[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) }
  return added
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = missingOptional(lock)
  const packages = { ...lock.packages, ...added }
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
  process.stdout.write(`package-lock.json: ${Object.keys(added).length} optional packages added\n`)
}
