import type { Family, Place } from './family.ts'

/** A number of the governor changed: seconds, votes in wei, or (of the quorum) per cent. */
export type GovernorSetting = Place & {
  setting: 'voting-delay' | 'voting-period' | 'proposal-threshold' | 'quorum-numerator'
  from: bigint
  to: bigint
}

export const governorSettings: Family<GovernorSetting> = {
  table: 'governor_setting',
  columns: [
    { name: 'setting', type: 'text', of: ({ setting }) => setting },
    { name: 'old_value', type: 'numeric', of: ({ from }) => from },
    { name: 'new_value', type: 'numeric', of: ({ to }) => to },
  ],
}
