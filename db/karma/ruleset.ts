import type { Effective } from '../../core/karma/effective.ts'
import type { Ruleset } from '../../core/karma/rule.ts'
import { parseRuleset, rulesetText } from '../../core/karma/ruleset.ts'
import { type Hex, toBytea, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** Publishes a rule set under its hash before an award names it. */
export async function keepRuleset(tx: Db, { ruleset, hash }: Effective): Promise<void> {
  await tx`
    insert into app.ruleset (hash, content) values (${toBytea(hash)}, ${rulesetText(ruleset)})
      on conflict do nothing`
}

export type PublishedRuleset = {
  hash: Hex
  /** The text whose Keccak-256 is the hash. */
  content: string
  since: Date
}
type Row = { hash: Uint8Array; content: string; since: Date }

const published = ({ hash, ...row }: Row): PublishedRuleset => ({ hash: toHex(hash), ...row })

/** The rule set that an award or a mint names; undefined when none of ours has this hash. */
export async function readRuleset(db: Db, hash: Hex): Promise<PublishedRuleset | undefined> {
  const [row] = await db<Row[]>`select hash, content, since from app.ruleset where hash = ${toBytea(hash)}`
  return row && published(row)
}

/** The rule sets that awards were decided by, the newest first, at most `limit`. */
export async function listRulesets(db: Db, limit: number): Promise<PublishedRuleset[]> {
  const rows = await db<Row[]>`
    select hash, content, since from app.ruleset order by since desc, hash limit ${limit}`
  return rows.map(published)
}

/** The same as data; undefined also of one from before what rules can say today. */
export async function parsedRuleset(db: Db, hash: Hex): Promise<Ruleset | undefined> {
  const found = await readRuleset(db, hash)
  const parsed = found && parseRuleset(JSON.parse(found.content))
  return parsed && 'ruleset' in parsed ? parsed.ruleset : undefined
}
