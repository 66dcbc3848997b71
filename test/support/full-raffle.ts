import type { Hex } from '../../db/bytes.ts'
import { askForEntry } from '../../db/raffle-forms/request.ts'
import { askForPrize } from '../../db/raffles/prize.ts'
import { tellRaffleNews } from '../../db/raffles/tell.ts'
import { addDraw, addEntries, addRaffle } from './raffle-rows.ts'
import type { TestWeb } from './web.ts'

/** Described a raffle, won it, was told, and said where the prize goes. */
export async function winRaffle({ db, api }: TestWeb, memberId: string, wallet: Hex): Promise<void> {
  const { id: raffleId } = await addRaffle(db, { memberId })
  await addEntries(db, raffleId, [wallet])
  await addDraw(db, raffleId)
  await tellRaffleNews(db.app)
  const details = { first_name: 'Q', last_name: 'V', size: '10', stores: [] }
  const request = { url: 'https://shop.example/other-draw', details }
  await askForEntry(db.app, api.vault, { memberId, request, now: new Date() })
  await askForPrize(db.app, api.vault, { raffleId, place: 0, memberId, now: new Date() })
}
