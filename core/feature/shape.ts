import { z } from 'zod'
import { type FeatureName, features } from './features.ts'

/** What holds of every feature; a switch is 0 or 1. */
export const featuresShape = z.record(z.enum(features.map(({ name }) => name) as [FeatureName]), z.int())
