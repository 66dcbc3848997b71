import { type Bar, bars, type Peer } from '../../contracts/gas/bars.ts'
import { type Figures, measureAll } from '../../contracts/gas/measure.ts'
import { readSnapshot, writeSnapshot } from '../../contracts/gas/snapshot.ts'
import type { Run } from './run.ts'
import { table } from './table.ts'
import { measureUnlock } from './unlock.ts'

/** The spec's figure for Unlock, told when its package cannot be had. */
const UNLOCK = { quoted: 305_580 }

type Measured = { gas: number; quoted: boolean }
type Sources = { figures: Figures; unlock: Measured }

function resolve({ of, per }: Peer, { figures, unlock }: Sources): Measured {
  if (of === 'unlock') return unlock
  return typeof of === 'string'
    ? { gas: figures[of] / (per ?? 1), quoted: false }
    : { gas: of.quoted, quoted: true }
}

function told(gas: number): string {
  return Math.round(gas).toLocaleString('en-US')
}

function row(bar: Bar, sources: Sources) {
  const gas = sources.figures[bar.ours] / bar.per
  const compared = (peer: Peer) => ({ ...resolve({ per: bar.per, ...peer }, sources), name: peer.name })
  const never = bar.never.map(compared)
  const held = gas <= (bar.most ?? gas) && never.every((peer) => gas <= peer.gas)
  const peers = [...never, ...bar.peers.map(compared)].map(
    (peer) => `${(gas / peer.gas).toFixed(3)}x ${peer.name} ${told(peer.gas)}${peer.quoted ? '*' : ''}`,
  )
  const verdict = bar.most === undefined ? '-' : held ? 'holds' : 'MISSED'
  const bound = bar.most === undefined ? '-' : told(bar.most)
  const [first] = [...never, ...bar.peers.map(compared)]
  const noted = { what: bar.operation, figure: `${told(gas)} gas`, bar: bound, held }
  const ratio = first && {
    peer: `${first.name} ${told(first.gas)}`,
    ratio: `${(gas / first.gas).toFixed(3)}x`,
  }
  return {
    held,
    noted: { ...noted, ...ratio },
    cells: [bar.operation, told(gas), bound, verdict, peers.join('; ')],
  }
}

/** Unlock's own contracts in our EVM; the spec's figure where npm cannot be reached. */
function unlock(tell: (line: string) => void): Promise<Measured> {
  return measureUnlock().then(
    (gas) => ({ gas, quoted: false }),
    (error: Error) => {
      tell(`Unlock's package could not be had: ${error.message.split('\n')[0]}`)
      return { gas: UNLOCK.quoted, quoted: true }
    },
  )
}

/** `npm run bench -- gas`: the spec's table of gas, every peer measured in the same EVM as ours. */
export const runGas: Run = async (flags, tell, note) => {
  const figures = await measureAll()
  const sources = { figures, unlock: await unlock(tell) }
  const rows = bars.map((bar) => row(bar, sources))
  const header = ['operation', 'gas', 'bar', 'verdict', 'against the peers (ours / theirs)']
  for (const line of table([header, ...rows.map(({ cells }) => cells)])) tell(line)
  for (const { noted } of rows) if (noted.bar !== '-') note(noted)
  tell('')
  tell("Whole transactions in Hardhat's EVM (Prague), per operation; the first row is execution alone.")
  tell('* quoted from the spec, not measured here.')
  if (flags.includes('--update')) {
    writeSnapshot(figures)
    tell('Wrote contracts/snapshots/gas.json.')
  } else if (JSON.stringify(readSnapshot()) !== JSON.stringify(figures)) {
    tell('These are not the committed figures: npm run bench -- gas --update commits to them.')
    return false
  }
  return rows.every(({ held }) => held)
}
