import { projectFiles } from './files.ts'

// DESIGN.md: files have a median of at most 80 lines; none over 400 (TypeScript's own limit is Biome's to check).
const MEDIAN = 80
const MOST = 400

const sizes = projectFiles(/\.(ts|tsx|mjs|sol|sql|css)$/)
  .filter(({ path }) => !path.startsWith('core/contracts/'))
  .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines)
const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0
const tooLong = sizes.filter(({ lines }) => lines > MOST)

process.stdout.write(`${sizes.length} files, median ${median} lines\n`)
for (const { path, lines } of tooLong) process.stdout.write(`${path} has ${lines} lines, more than ${MOST}\n`)
process.exitCode = median > MEDIAN || tooLong.length > 0 || sizes.length === 0 ? 1 : 0
