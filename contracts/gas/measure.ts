import { measureAward } from './award.ts'
import { measureBeacon } from './beacon.ts'
import { buildContracts } from './lab.ts'
import { measurePass } from './pass.ts'
import { measureRaffle } from './raffle.ts'

/** Everything measured here, by name: gas of whole transactions, in units, ours and the peers' in one EVM. */
export async function measureAll() {
  await buildContracts()
  return {
    ...(await measureBeacon()),
    ...(await measureAward()),
    ...(await measurePass()),
    ...(await measureRaffle()),
  }
}

export type Figures = Awaited<ReturnType<typeof measureAll>>
export type FigureName = keyof Figures
