import type { Mutant } from '../mutant.ts'

const file = 'DrandBeacon'
const tests = ['DrandBeacon', 'BlsG1']

/** Whose signature counts. */
export const beaconMutants: readonly Mutant[] = [
  {
    name: 'a failed pairing is a valid one',
    file,
    tests,
    find: 'valid := and(valid, and(eq(returndatasize(), 0x20), eq(mload(0x00), 1)))',
    replace: 'valid := and(valid, eq(returndatasize(), 0x20))',
  },
  {
    name: 'a signature may be too long',
    file,
    tests,
    find: 'if (round == 0 || signature.length != 96) revert',
    replace: 'if (round == 0 || signature.length < 96) revert',
  },
  {
    name: 'round 0 is a round',
    file,
    tests,
    find: 'if (round == 0 || signature.length != 96) revert',
    replace: 'if (signature.length != 96) revert',
  },
  {
    name: "the compressed form forgets y's sign",
    file,
    tests,
    find: '? 0xa0 : 0x80;',
    replace: '? 0x80 : 0x80;',
  },
  {
    name: 'a round published at the moment counts as after it',
    file,
    tests,
    find: '/ PERIOD + 2)',
    replace: '/ PERIOD + 1)',
  },
  {
    name: 'a beacon is deployed whose known round is not its own',
    file,
    tests,
    find: 'verify(knownRound, knownSignature);\n    }',
    replace: 'knownRound; knownSignature;\n    }',
  },
  {
    name: 'infinity may be a public key',
    file,
    tests,
    find: 'if ((key[4] | key[5] | key[6] | key[7]) == 0) revert InvalidPublicKey();',
    replace: '',
  },
  {
    name: 'the hash is reduced once too little',
    file: 'BlsG1',
    tests,
    find: 'if or(gt(high, P_HIGH), iszero(lt(low, P_LOW))) {',
    replace: 'if gt(high, P_HIGH) {',
  },
]
