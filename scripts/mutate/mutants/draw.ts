import type { Mutant } from '../mutant.ts'

const file = 'Draw'
const tests = ['Raffle', 'Draw']

/** Who wins. */
export const drawMutants: readonly Mutant[] = [
  {
    name: 'duplicate winners',
    file,
    tests,
    find: 'moved[slot] = ((position + 1) << 32) | top;',
    replace: 'moved[slot] = ((position + 1) << 32) | position;',
  },
  {
    name: 'the last ticket never wins',
    file,
    tests,
    find: '% (entries - i));',
    replace: '% (entries - i - (entries - i > 1 ? 1 : 0)));',
  },
  {
    name: 'raffles of one round share their winners',
    file,
    tests,
    find: 'abi.encode(randomness, block.chainid, address(this), id)',
    replace: 'abi.encode(randomness, block.chainid, address(this))',
  },
  {
    name: 'two chains share their winners',
    file,
    tests,
    find: 'abi.encode(randomness, block.chainid, address(this), id)',
    replace: 'abi.encode(randomness, address(this), id)',
  },
  {
    name: 'the seed does not depend on the place',
    file,
    tests,
    find: 'Hashes.efficientKeccak256(seed, bytes32(i))',
    replace: 'Hashes.efficientKeccak256(seed, bytes32(0))',
  },
]
