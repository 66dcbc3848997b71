import { join } from 'node:path'
import { uuidv7 } from '../../core/id.ts'
import { rulesetHash } from '../../core/karma/rules.ts'
import type { Random } from '../../core/random.ts'
import { toBytea } from '../../db/bytes.ts'
import { connect, type Sql } from '../../db/client.ts'
import { chainAwards } from './awards.ts'
import { startChain } from './chain.ts'
import { createKiller, type Killer } from './kill.ts'
import { type KillChain, openKillChain } from './kill-chain.ts'
import { openKillMirror } from './kill-mirror.ts'
import type { Subject } from './kill-setting.ts'
import { addMember, type TestMember } from './members.ts'
import { openNursery } from './sim-process.ts'

/** What was earned, by its award: as `wallet amount`, and no two are of the same amount, ever. */
type Earned = Map<string, string>
const MEMBERS = ['ana', 'ben', 'cleo', 'dan', 'eve']
/** wei: small, for the chain's cap of a day holds for all seeds together. */
const LEAST = 10n ** 15n

async function addAwards(sql: Sql, members: TestMember[], amounts: bigint[]): Promise<Earned> {
  const rows = amounts.map((amount, index) => {
    const member = members[index % members.length]
    return { id: uuidv7(), wallet: member?.wallet, member_id: member?.id ?? '', amount: String(amount) }
  })
  const due = new Date(Date.now() - 1_000)
  await sql`insert into app.award ${sql(
    rows.map(({ id, member_id, amount }) => ({
      ...{ id, member_id, amount, rule: 'restock.report', source_id: uuidv7() },
      ...{ ruleset: toBytea(rulesetHash), matures_at: due },
    })),
  )}`
  return new Map(rows.map(({ id, wallet, amount }) => [id, `${wallet} ${amount}`]))
}

/** Takes back one that has no number yet. @returns its id, undefined when there is none */
async function reverseOne(sql: Sql): Promise<string | undefined> {
  const [row] = await sql<{ id: string }[]>`
    update app.award set reversed_at = now() where id = (
      select id from app.award where award_id is null and reversed_at is null
        order by random() limit 1 for update skip locked) and award_id is null
      returning id`
  return row?.id
}

function requireSame(minted: string[], earned: string[], where: string): void {
  const [is, should] = [minted.toSorted(), earned.toSorted()]
  const twice = is.filter((one, at) => one === is[at - 1])
  if (twice.length > 0) throw new Error(`minted more than once, ${where}: ${twice.join('; ')}`)
  const [known, got] = [new Set(should), new Set(is)]
  const wrong = is.filter((one) => !known.has(one))
  if (wrong.length > 0) throw new Error(`minted and not earned, ${where}: ${wrong.join('; ')}`)
  const lost = should.filter((one) => !got.has(one))
  if (lost.length > 0) throw new Error(`earned and not minted, ${where}: ${lost.join('; ')}`)
}

function settleSubject(chain: KillChain, sql: Sql, members: TestMember[]): Subject {
  let next = LEAST
  let earned: Earned = new Map()
  const requireRight = async () => {
    const { rpcUrl, deployment, floor } = chain
    const onChain = await chainAwards(rpcUrl, deployment.karma, BigInt(floor()))
    const minted = onChain.map(({ to, amount }) => `${to} ${amount}`)
    requireSame(minted, [...earned.values()], 'on the chain')
    const rows = await sql<{ id: string; award_id: bigint; said: string }[]>`
      select a.id, a.award_id, '0x' || encode(m.to_address, 'hex') || ' ' || m.amount as said
        from app.award a join chain.award m using (award_id)`
    requireSame(
      rows.map(({ said }) => said),
      [...earned.values()],
      'as the members see it',
    )
    const numbers = new Map(onChain.map(({ id, to, amount }) => [id, `${to} ${amount}`]))
    const strange = rows.filter(({ id, award_id }) => numbers.get(award_id) !== earned.get(id))
    if (strange.length > 0) throw new Error(`another's number: ${strange.map(({ id }) => id).join(', ')}`)
  }
  return {
    requireRight,
    reset: async () => {
      earned = new Map()
      await sql`delete from app.award`
      await sql`delete from app.award_batch`
    },
    act: async (random: Random) => {
      if (random(6) === 0) {
        const id = await reverseOne(sql)
        if (id) earned.delete(id)
        return id ? 'award reversed' : 'nothing to reverse'
      }
      const amounts = Array.from({ length: 1 + random(random(4) === 0 ? 300 : 12) }, () => next++)
      for (const [id, said] of await addAwards(sql, members, amounts)) earned.set(id, said)
      return 'awards'
    },
    left: async () => {
      const [row] = await sql<{ awards: number; batches: number }[]>`
        select (select count(*)::int from app.award a left join chain.award m using (award_id)
                  where a.reversed_at is null and m.award_id is null) as awards,
               (select count(*)::int from app.award_batch b left join chain.award_batch m using (first_id)
                  where m.first_id is null) as batches`
      const { awards = 0, batches = 0 } = row ?? {}
      return awards + batches > 0 ? `${awards} awards and ${batches} batches are not mirrored` : undefined
    },
  }
}

/** @param urls a migrated database, as its two roles; what it holds is lost */
export async function openSettleKiller(urls: { appUrl: string; indexerUrl: string }): Promise<Killer> {
  const node = await startChain(rulesetHash, { states: 800 })
  const chain = { ...node, ...(await openKillChain(node)) }
  const sql = connect(urls.appUrl, { name: 'kill', max: 2 })
  const mirror = await openKillMirror(chain, urls.indexerUrl)
  const nursery = openNursery<object>(join(import.meta.dirname, 'kill-settler.ts'))
  const members: TestMember[] = []
  for (const name of MEMBERS) members.push(await addMember(sql, name))
  const { awarderKey, deployment } = node
  const setting = {
    ...{ chain, mirror, nursery, appUrl: urls.appUrl, options: { awarderKey, deployment } },
    subject: settleSubject(chain, sql, members),
  }
  return createKiller(setting, async () => {
    await nursery.close()
    await mirror.close()
    await Promise.all([node.close(), sql.end({ timeout: 2 })])
  })
}
