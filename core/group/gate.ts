/** What one condition of a gate asks of a member, as the mirror and the last 30 days show it. */
export type Condition =
  /** wei that the linked wallets hold together, at least */
  | { kind: 'held'; wei: bigint }
  /** wei that the member's own acts were minted, at least; what was bought or received is none of it */
  | { kind: 'earned'; wei: bigint }
  /** An active pass of this tier or a higher one. */
  | { kind: 'pass'; tier: number }
  /** Was around this city cell (H3 resolution 5) in the last 30 days. */
  | { kind: 'city'; cell: string }

/** Who may be in a group that asks for something: conditions joined by AND, OR and NOT. */
export type Gate =
  | Condition
  | { kind: 'and'; parts: readonly Gate[] }
  | { kind: 'or'; parts: readonly Gate[] }
  | { kind: 'not'; part: Gate }

/** Characters of a gate's text. */
export const MOST_GATE_TEXT = 500
/** Conditions in one gate: more than a member can keep in mind. */
export const MOST_CONDITIONS = 20
/** Gates within gates. */
export const MOST_DEPTH = 10

/** Every condition of a gate, in the order they are written. */
export function conditionsOf(gate: Gate): Condition[] {
  if (gate.kind === 'not') return conditionsOf(gate.part)
  return gate.kind === 'and' || gate.kind === 'or' ? gate.parts.flatMap(conditionsOf) : [gate]
}
