import type { Check } from './run.ts'

const cruised = ['contracts', 'core', 'db', 'adapters', 'indexer', 'workers', 'app', 'scripts', 'test']

/** Every check of `npm run check`, slowest first. */
export const checks: readonly Check[] = [
  {
    name: 'types (next typegen, tsc)',
    command: ['scripts/check/types.ts'],
    fix: 'Mend the types; no `any`, no @ts-ignore.',
  },
  {
    name: 'import rules (dependency-cruiser)',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', ...cruised],
    fix: 'DESIGN.md says who may import whom; move the code to the room it belongs to.',
  },
  {
    name: 'nothing unused (knip)',
    command: ['knip', '--no-progress'],
    fix: 'Delete what nobody uses, or stop exporting it.',
  },
  {
    name: 'contracts (solhint)',
    command: ['solhint', '--disc', '--noPoster', '--max-warnings', '0', 'contracts/**/*.sol'],
    fix: 'See .solhint.json.',
  },
  {
    name: 'lint, format, sizes (Biome)',
    command: ['biome', 'check', '--error-on-warnings', '.'],
    fix: 'npm run fix',
  },
  { name: 'median sizes', command: ['scripts/check/medians.ts'], fix: 'Split files by noun and verb.' },
  {
    name: 'what is said stands in app/ui/messages',
    command: ['scripts/check/texts.ts'],
    fix: 'Move the text to app/ui/messages, say it in German in app/ui/messages/de, and read it in a function.',
  },
  {
    name: 'no registry host, no machine path',
    command: ['scripts/check/hosts.ts'],
    fix: 'Leave hosts out: npm keeps them out of the lock with omit-lockfile-registry-resolved=true (.npmrc).',
  },
]
