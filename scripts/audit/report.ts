import { wordsOf } from '../../indexer/audit-rows.ts'
import type { Audit } from './audit.ts'

/** One line of the report: two figures that should be one. */
type Line = { what: string; chain: bigint; mirror: bigint }

function linesOf({ view, ledger, misadded, rows, outside }: Audit): Line[] {
  const families = [...rows.families].filter(([, { chain, mirror }]) => chain + mirror > 0)
  return [
    { what: 'sum of balances (wei), totalSupply()', chain: ledger.supply, mirror: view.balances },
    ...families.map(([name, { chain, mirror }]) => ({
      what: `rows of ${name}`,
      chain: BigInt(chain),
      mirror: BigInt(mirror),
    })),
    { what: 'rows that one side alone has', chain: 0n, mirror: BigInt(rows.differences.length) },
    { what: 'rows of blocks that are not mirrored', chain: 0n, mirror: BigInt(outside) },
    { what: 'accounts that do not add up', chain: 0n, mirror: BigInt(misadded) },
    {
      what: `amounts that differ, of ${view.sample.length} accounts`,
      chain: 0n,
      mirror: BigInt(ledger.differences.length),
    },
  ]
}

const size = (value: bigint) => (value < 0n ? -value : value)

/** True when nothing drifts. Pure. */
export function isSound(audit: Audit): boolean {
  return linesOf(audit).every(({ chain, mirror }) => chain === mirror)
}

/** Of accounts, and of rows, that differ, how many are named. */
const NAMED = 10

/** The report, line by line. Pure. */
export function report(audit: Audit): string[] {
  const { view, ledger, rows } = audit
  const lines = linesOf(audit)
  const width = Math.max(...lines.map(({ what }) => what.length))
  const drift = lines.reduce((sum, { chain, mirror }) => sum + size(mirror - chain), 0n)
  return [
    `The mirror at block ${view.block.number} (${view.block.hash}), its logs in ${rows.ranges} ranges:`,
    ...lines.map(
      ({ what, chain, mirror }) =>
        `${what.padEnd(width)}  chain ${chain}  mirror ${mirror}  drift ${mirror - chain}`,
    ),
    ...rows.differences.slice(0, NAMED).map(wordsOf),
    ...ledger.differences
      .slice(0, NAMED)
      .map(
        ({ address, what, mirrored, actual }) =>
          `${address}: ${what} ${mirrored} mirrored, ${actual} on chain`,
      ),
    `drift ${drift}`,
  ]
}
