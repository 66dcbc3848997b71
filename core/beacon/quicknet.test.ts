import { sha256 } from 'viem'
import { expect, test } from 'vitest'
import { QUICKNET_FIRST, recorded } from '../../test/support/beacon.ts'
import { deploymentArguments } from './deployment.ts'
import { chainHashOf, quicknet } from './network.ts'
import { verifyRound } from './signature.ts'

const verified = recorded.rounds.map(({ round, sig }) => verifyRound(quicknet, BigInt(round), sig))

test('quicknet is the network that was recorded, under the name that its facts give it', () => {
  const { rounds: _, ...facts } = recorded
  expect(quicknet).toMatchObject(facts)
  expect(chainHashOf(quicknet)).toBe(recorded.chainHash)
})

test('all 14 recorded rounds verify, with the randomness that drand published', () => {
  expect(verified).toHaveLength(14)
  for (const [index, { sig, rnd }] of recorded.rounds.entries()) {
    expect(verified[index]?.randomness).toBe(sha256(`0x${sig}`))
    if (rnd !== null) expect(verified[index]?.randomness).toBe(`0x${rnd}`)
  }
})

test('no recorded round verifies as another one', () => {
  for (const { round, sig } of recorded.rounds.slice(0, 4))
    for (const other of [1n, 2n, BigInt(round) + 1n].filter((number) => number !== BigInt(round)))
      expect(() => verifyRound(quicknet, other, sig)).toThrowError(/the pairing does not hold/)
})

/** The fixture of the Solidity tests: what the contract takes, computed here from what drand serves. */
function fixture(): string {
  const known = { round: 1, signature: QUICKNET_FIRST }
  const [publicKey, genesis, period] = deploymentArguments(quicknet, known)
  const rounds = verified.map(
    ({ round, uncompressed, randomness }, index) =>
      `        rounds[${index}] = Round(${round}, ${randomness}, hex"${uncompressed.slice(2)}");`,
  )
  return `// SPDX-License-Identifier: MIT
// Generated from test/fixtures/quicknet.json by core/beacon/quicknet.test.ts (vitest run core/beacon -u); do not edit.
pragma solidity 0.8.37;

/// @title Quicknet
/// @notice drand's quicknet and rounds it published, decompressed by @noble/curves.
library Quicknet {
    /// @notice A published round.
    struct Round {
        uint64 number;
        bytes32 randomness;
        bytes signature;
    }

    uint64 internal constant GENESIS = ${genesis};
    uint64 internal constant PERIOD = ${period};
    bytes internal constant PUBLIC_KEY =
        hex"${publicKey.slice(2)}";

    /// @notice All of them, by number.
    function all() internal pure returns (Round[] memory rounds) {
        rounds = new Round[](${rounds.length});
${rounds.join('\n')}
    }
}
`
}

test('the Solidity tests use these rounds, decompressed', async () => {
  await expect(fixture()).toMatchFileSnapshot('../../contracts/test/Quicknet.t.sol')
})
