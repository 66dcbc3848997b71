import { Final } from '../../core/errors.ts'
import {
  effectiveFeature,
  type FeatureName,
  features,
  type SwitchName,
  shippedFeatures,
} from '../../core/feature/features.ts'
import { flagKey } from '../../core/karma/flag-key.ts'
import { knobTitle } from '../../core/vote/name.ts'
import { flagsNow } from '../chain/flags.ts'
import type { Db } from '../client.ts'

/** What holds of one feature: what members voted for as mirrored, else what is shipped. A switch is 0 or 1. */
export async function featureNow(db: Db, name: FeatureName): Promise<number> {
  const key = flagKey(name)
  const flags = await flagsNow(db, [key])
  return effectiveFeature(shippedFeatures[name], flags.get(key))
}

/** What holds of every feature. */
export async function featuresNow(db: Db): Promise<Record<FeatureName, number>> {
  const flags = await flagsNow(
    db,
    features.map(({ key }) => key),
  )
  const entries = features.map((feature) => [feature.name, effectiveFeature(feature, flags.get(feature.key))])
  return Object.fromEntries(entries) as Record<FeatureName, number>
}

/** @throws Final `feature.off` of a switch that members turned off */
export async function requireFeature(db: Db, name: SwitchName): Promise<void> {
  if ((await featureNow(db, name)) === 1) return
  throw new Final({
    code: 'feature.off',
    message: `${knobTitle(name)}: members voted this off.`,
    fix: 'Propose to switch it on again under Votes.',
  })
}
