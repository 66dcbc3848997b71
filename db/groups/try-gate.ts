import { gateWords } from '../../core/group/evaluate.ts'
import { conditionsOf } from '../../core/group/gate.ts'
import { parseGate } from '../../core/group/parse.ts'
import type { GateTrial } from '../../core/group/shape.ts'
import { judge } from '../../core/group/standing.ts'
import { writeGate } from '../../core/group/write.ts'
import type { Db } from '../client.ts'
import { factsOf } from './facts.ts'
import { citiesNamed } from './judge.ts'

/**
 * A gate as it would be kept and told, and what it would answer the member.
 * @throws Final `group.gate-text`, `cell.invalid`
 */
export async function tryGate(
  db: Db,
  { memberId, text, now }: { memberId: string; text: string; now: Date },
): Promise<GateTrial> {
  const gate = parseGate(text)
  const kept = writeGate(gate)
  const nameOf = await citiesNamed(
    db,
    conditionsOf(gate).flatMap((each) => (each.kind === 'city' ? each.cell : [])),
  )
  const shown = (await factsOf(db, { memberIds: [memberId], now })).get(memberId) ?? null
  const standing = judge({ access: 'gate', gate: kept, role: null, removed: null }, { shown, nameOf })
  return { text: kept, words: gateWords(gate, nameOf), standing }
}
