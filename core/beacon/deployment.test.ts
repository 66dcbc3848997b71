import { expect, test } from 'vitest'
import { deploymentArguments, isDeployedFor } from './deployment.ts'
import { localNetwork, signRound } from './local.ts'

test('a contract is of a network when its key, its genesis and its period are', () => {
  const [key, other] = [`0x${'5a'.repeat(32)}`, `0x${'5b'.repeat(32)}`] as const
  const network = localNetwork(key, 1_000)
  const [publicKey, genesis, period] = deploymentArguments(network, signRound(key, 1n))
  const facts = { publicKey, genesis: Number(genesis), period: Number(period) }
  expect(isDeployedFor(network, facts)).toBe(true)
  expect(isDeployedFor(localNetwork(other, 1_000), facts)).toBe(false)
  expect(isDeployedFor(network, { ...facts, genesis: 1_000 + 86_400 })).toBe(false)
  expect(isDeployedFor(network, { ...facts, period: facts.period + 1 })).toBe(false)
})
