import type { ThingKind } from '../../../core/moderation/things.ts'
import { eventKeeper } from './event.ts'
import { groupKeeper } from './group.ts'
import { guideKeeper } from './guide.ts'
import { restockKeeper } from './restock.ts'
import type { ThingKeeper } from './thing.ts'

export const keepers: Readonly<Record<ThingKind, ThingKeeper>> = {
  event: eventKeeper,
  restock: restockKeeper,
  group: groupKeeper,
  guide: guideKeeper,
}
