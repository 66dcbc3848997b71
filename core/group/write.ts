import { formatKarma } from '../karma/amount.ts'
import type { Condition, Gate } from './gate.ts'

function writeCondition(condition: Condition): string {
  if (condition.kind === 'city') return `city ${condition.cell}`
  if (condition.kind === 'pass') return `pass >= ${condition.tier}`
  return `${condition.kind} >= ${formatKarma(condition.wei)}`
}

/** Brackets wherever another reading would be possible, also for people who do not know which word binds tighter. */
function bracketed(gate: Gate): string {
  return gate.kind === 'and' || gate.kind === 'or' ? `(${writeGate(gate)})` : writeGate(gate)
}

/** The one text of a gate, which `parseGate` reads back as the same gate. Pure. */
export function writeGate(gate: Gate): string {
  if (gate.kind === 'not') return `not ${bracketed(gate.part)}`
  if (gate.kind === 'and' || gate.kind === 'or') return gate.parts.map(bracketed).join(` ${gate.kind} `)
  return writeCondition(gate)
}
