import { expect, test } from 'vitest'
import type { Deployer } from './chain.ts'
import { requirePrecompiles } from './precompiles.ts'

const lengths: Record<string, number> = { '0b': 128, '0f': 32, '10': 128 }

/** A chain that has these precompiles alone; an account without code answers with nothing. */
function chainWith(...present: string[]): Deployer {
  const call = async ({ to }: { to: string }) => {
    const name = to.slice(-2)
    return present.includes(name) ? { data: `0x${'00'.repeat(lengths[name] ?? 0)}` } : { data: undefined }
  }
  return { chain: { id: 5 }, call } as unknown as Deployer
}

test('a chain must have each of the three precompiles', async () => {
  const all = Object.keys(lengths)
  await requirePrecompiles(chainWith(...all))
  for (const missing of all)
    await expect(
      requirePrecompiles(chainWith(...all.filter((each) => each !== missing))),
      missing,
    ).rejects.toMatchObject({ code: 'chain.no-precompiles' })
})
