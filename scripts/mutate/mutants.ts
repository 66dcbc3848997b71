import type { Mutant } from './mutant.ts'
import { beaconMutants } from './mutants/beacon.ts'
import { drawMutants } from './mutants/draw.ts'
import { escrowMutants } from './mutants/escrow.ts'
import { governMutants } from './mutants/govern.ts'
import { karmaMutants } from './mutants/karma.ts'
import { ledgerMutants } from './mutants/ledger.ts'
import { passMutants } from './mutants/pass.ts'
import { raffleMutants } from './mutants/raffle.ts'

/** Every fault that `npm run mutate` puts in. */
export const mutants: readonly Mutant[] = [
  ...karmaMutants,
  ...ledgerMutants,
  ...passMutants,
  ...raffleMutants,
  ...drawMutants,
  ...beaconMutants,
  ...escrowMutants,
  ...governMutants,
]
