import { type Effective, effectiveRules, flagKeys } from '../../core/karma/effective.ts'
import { flagsNow } from '../chain/flags.ts'
import type { Db } from '../client.ts'

/** The rules that hold now: what is shipped, with the flags that the mirror shows. */
export async function rulesNow(db: Db): Promise<Effective> {
  return effectiveRules(await flagsNow(db, flagKeys))
}
