import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { karma } from '../../core/karma/amount.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addFounder, found, joinAll, setHeld } from '../../test/support/groups.ts'
import { addMember, randomAddress, type TestMember } from '../../test/support/members.ts'
import { giveThePast } from '../../test/support/minted.ts'
import { toBytea } from '../bytes.ts'
import { countAwards } from '../leaderboard/count.ts'
import { notePresence } from '../veil/presence.ts'
import { readGroupBoard } from './board.ts'
import { joinGroup } from './join.ts'
import { readGroup } from './load.ts'
import { listGroupMembers } from './members.ts'
import { tryGate } from './try-gate.ts'

const now = new Date('2026-11-20T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const brooklyn = placeOf({ latitude: 40.7195, longitude: -73.9613 })

let database: TestDatabase
let owner: TestMember
let ann: TestMember
let round = 0
beforeAll(async () => {
  database = await createDatabase()
  await database.indexer`insert into chain.cursor (chain_id, genesis_hash, from_block, block_number)
    values (31337, ${Buffer.alloc(32)}, 0, 41)`
})
afterAll(() => database.close())
beforeEach(async () => {
  round++
  owner = await addFounder(database, `owner_${round}`, now)
  ann = await addMember(database.app, `ann_${round}`)
})

const gated = (gate: string) =>
  found(database, { by: owner, name: `Gated ${round} ${gate.length}`, access: 'gate', gate, now })
/** What a gate answers Ann. */
const answer = async (text: string, at = now) =>
  (await tryGate(database.app, { memberId: ann.id, text, now: at })).standing

async function addPass(wallet: TestMember['wallet'], tier: number, expiresAt: Date) {
  await database.indexer`
    insert into chain.pass_purchase (member_address, tier, expires_at, paid, block_number, log_index, tx_hash, block_time)
    select ${toBytea(wallet)}, ${tier}, ${expiresAt}, 5, 9, count(*), ${Buffer.alloc(32)}, ${now} from chain.pass_purchase`
}

describe('what counts at a gate', () => {
  test('is the karma of all linked wallets together, as mirrored at the block that is named', async () => {
    const other = randomAddress()
    await database.app`insert into app.wallet (address, member_id) values (${toBytea(other)}, ${ann.id})`
    await setHeld(database, ann, karma(60))
    await setHeld(database, { ...ann, wallet: other }, karma(40))
    expect(await answer('held 100')).toMatchObject({ open: true, block_number: 41 })
    expect((await answer('held 101')).reason).toContain('hold 1 karma more (you hold 100 of 101)')
  })

  test('is what one’s own acts earned, whatever the wallet brought along', async () => {
    await setHeld(database, ann, karma(900))
    await database.indexer`update chain.account set earned = ${String(karma(900))} where address = ${toBytea(ann.wallet)}`
    expect((await answer('earned 30')).reason).toContain('earn 30 karma more (you earned 0 of 30)')
    await giveThePast(database, ann, { earned: karma(30), days: 1, now })
    expect(await answer('earned 30')).toMatchObject({ open: true })
  })

  test('is the newest pass of each wallet while it runs, and the answer says when that ends', async () => {
    await addPass(ann.wallet, 3, later(90))
    await addPass(ann.wallet, 2, later(30))
    expect(await answer('pass 2')).toMatchObject({ open: true, changes_at: later(30).toISOString() })
    expect(await answer('pass 3')).toMatchObject({ open: false })
    expect(await answer('pass 1', later(31))).toMatchObject({ open: false, changes_at: null })
    // Cancelled: the contract says 0.
    await addPass(ann.wallet, 2, new Date(0))
    expect(await answer('pass 1')).toMatchObject({ open: false })
  })

  test('is a city where the member was in the last 30 days, by an area or a street of it', async () => {
    const gate = `city ${brooklyn.city}`
    expect(await answer(gate)).toMatchObject({ open: false })
    await notePresence(database.app, { memberId: ann.id, cell: brooklyn.area, now })
    expect(await answer(gate)).toMatchObject({ open: true })
    expect(await answer(gate, later(29))).toMatchObject({ open: true })
    expect(await answer(gate, later(30))).toMatchObject({ open: false })
    expect(await answer(`not ${gate}`)).toMatchObject({ open: false })
    await notePresence(database.app, { memberId: ann.id, cell: brooklyn.street, now: later(30) })
    expect(await answer(gate, later(30))).toMatchObject({ open: true })
  })

  test('is nothing of somebody without a wallet', async () => {
    await setHeld(database, ann, karma(60))
    await database.app`delete from app.wallet where member_id = ${ann.id}`
    expect((await answer('held 10')).reason).toContain('link a wallet and hold 10 karma in it')
    expect(await answer('not held 10')).toMatchObject({ open: true })
  })
})

describe('a group with a gate', () => {
  test('takes whoever passes it, and tells whoever does not what would let them in', async () => {
    const group = await gated('held 100')
    const asked = { slug: group.slug, memberId: ann.id, now }
    await setHeld(database, ann, karma(60))
    await expect(joinGroup(database.app, asked)).rejects.toMatchObject({
      code: 'group.gate',
      message: 'This group asks for 100 karma held. To be in, hold 40 karma more (you hold 60 of 100).',
    })
    await setHeld(database, ann, karma(100))
    expect((await joinGroup(database.app, asked)).mine).toMatchObject({ role: 'member', may: { post: true } })
  })

  test('shuts out at once who no longer has what it asks for, lets them in at once who has it again', async () => {
    const group = await gated('held 100')
    const asked = { slug: group.slug, memberId: ann.id, now }
    await setHeld(database, ann, karma(100))
    await joinAll(database, group, { members: [ann], now })
    await setHeld(database, ann, karma(99))
    const out = await readGroup(database.app, asked)
    expect(out.mine).toMatchObject({
      role: 'member',
      standing: { open: false },
      may: { read: false, post: false },
    })
    await expect(listGroupMembers(database.app, { ...asked, limit: 9 })).rejects.toMatchObject({
      code: 'group.gate',
    })
    const seen = await listGroupMembers(database.app, { ...asked, memberId: owner.id, limit: 9 })
    expect(seen.items.map(({ username, in: isIn }) => [username, isIn])).toEqual([
      [owner.username, true],
      [ann.username, false],
    ])
    await setHeld(database, ann, karma(100))
    expect((await readGroup(database.app, asked)).mine.may).toMatchObject({ read: true, post: true })
  })

  test('has a leaderboard of those who are in it now, ranked among themselves', async () => {
    const group = await gated('held 1')
    const [ben, cleo] = [
      await addMember(database.app, `ben_${round}`),
      await addMember(database.app, `cleo_${round}`),
    ]
    const earned = [
      [ann, 30],
      [ben, 20],
      [cleo, 90],
    ] as const
    for (const [who, much] of earned) {
      await setHeld(database, who, karma(1))
      await giveThePast(database, who, { earned: karma(much), days: 1, now })
    }
    await joinAll(database, group, { members: [ann, ben], now })
    await database.app`update app.award set matures_at = ${now} where matures_at is null`
    await countAwards(database.app, now)
    const board = async (memberId: string) => {
      const { items, me } = await readGroupBoard(database.app, {
        ...{ slug: group.slug, memberId, now },
        ...{ period: 'all', limit: 9 },
      })
      return { lines: items.map(({ rank, username }) => `${rank} ${username}`), me: me?.rank }
    }
    expect(await board(ben.id)).toEqual({
      lines: [`1 ${owner.username}`, `2 ${ann.username}`, `3 ${ben.username}`],
      me: 3,
    })
    await setHeld(database, ann, 0n)
    expect(await board(ben.id)).toEqual({ lines: [`1 ${owner.username}`, `2 ${ben.username}`], me: 2 })
    await expect(board(cleo.id)).rejects.toMatchObject({ code: 'group.gate' })
  })
})
