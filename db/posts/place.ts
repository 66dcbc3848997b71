import { anyCell, cityOf, resolutions, withNeighbours } from '../../core/cell/cell.ts'
import { Final } from '../../core/errors.ts'
import { cellNumber } from '../../core/veil/span.ts'
import type { Db } from '../client.ts'
import { cityName } from '../places/name.ts'
import { storePlace } from '../places/place.ts'
import { mayPost } from '../veil/may-post.ts'
import { publishCell } from '../veil/publish.ts'

type Placing = {
  memberId: string
  /** Where the author's device is; absent: the post is of nowhere. */
  cell: string | undefined
  storeId: string | null
  anonymous: boolean
  /** What the city around the cell is called where no shop says it. */
  city?: string | null | undefined
  now: Date
}

/** What is kept of where a post is: as what it is told, and how the city around it is called. */
type Placed = { published: bigint | null; resolution: number | null; place_name: string | null }

const nowhere: Placed = { published: null, resolution: null, place_name: null }

function kindOf({ cell = '', storeId }: Placing): 'area' | 'street' {
  const { kind } = anyCell(cell)
  if (kind === 'area' || (kind === 'street' && storeId !== null)) return kind
  throw new Final({
    code: 'cell.invalid',
    message: `A post is placed in an area, and a ${kind} is of resolution ${resolutions[kind]}.`,
    fix: `Send an H3 cell of resolution ${resolutions.area}; of a post about a shop that you are at also of ${resolutions.street}.`,
  })
}

/** Whoever checks in at a shop is in its street, or one that touches it: a device at the border may say either. */
async function requireAtShop(tx: Db, { cell = '', storeId }: Placing): Promise<void> {
  const place = storeId === null ? undefined : await storePlace(tx, storeId)
  if (place && withNeighbours(place.street).includes(cell)) return
  throw new Final({
    code: 'cell.far',
    message: 'This is not where the shop is.',
    fix: `Send the cell of resolution ${resolutions.area} that you are in.`,
  })
}

/**
 * Where a post is told to be, in the transaction that writes it. The cell that was sent is not kept with it.
 * @throws Final `cell.invalid`, `cell.far`
 */
export async function placePost(tx: Db, placing: Placing): Promise<Placed> {
  const { memberId, cell, anonymous, now } = placing
  if (cell === undefined) return nowhere
  const kind = kindOf(placing)
  if (kind === 'street') await requireAtShop(tx, placing)
  await mayPost(tx, { memberId, cell, anonymous, now })
  const { published, resolution } = await publishCell(tx, { cell, kind, anonymous, now })
  const name = (await cityName(tx, cityOf(published))) ?? placing.city ?? null
  return { published: cellNumber(published), resolution, place_name: name }
}
