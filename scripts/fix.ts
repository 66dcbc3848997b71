import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// `npm run fix`: what Biome can mend by itself.
const biome = fileURLToPath(new URL('../node_modules/.bin/biome', import.meta.url))
process.exitCode = spawnSync(biome, ['check', '--write', '.'], { stdio: 'inherit' }).status ?? 1
