import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// next-env.d.ts and the route types are made by Next and not kept in git: make them, then check everything.
const bin = (name: string) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url))
const run = (name: string, args: string[]) =>
  spawnSync(bin(name), args, { stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } })
    .status ?? 1

process.exitCode = run('next', ['typegen']) || run('tsc', ['-p', '.'])
