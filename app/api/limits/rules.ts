import { type TrustLevel, trustLevels } from '../../../core/karma/trust.ts'
import { newcomersPace, type PacedAct, pacedActs, paces } from '../../../core/moderation/pace.ts'

/** How often one caller may ask one route: `points` times within `seconds` of the first. */
export type Rule = {
  name: string
  points: number
  seconds: number
  /** Counts the network even where a token names a member: or each new account would bring its own count along. */
  byNetwork?: true
}

/** Ten a second, kept up for a minute: a page with live updates asks far less. */
const read: Rule = { name: 'read', points: 600, seconds: 60 }
const write: Rule = { name: 'write', points: 120, seconds: 60 }
/** Of a network, which a school or a phone company shares; guesses at one login have their own throttle. */
const signIn: Rule = { name: 'sign-in', points: 120, seconds: 60, byNetwork: true }
const register: Rule = { name: 'register', points: 100, seconds: 3600, byNetwork: true }

/** What we pay gas for. Of a member, whatever the wallet. */
const relay: Rule = { name: 'relay', points: 60, seconds: 3600 }

/** Each is decoded and drawn anew. */
const photo: Rule = { name: 'photo', points: 60, seconds: 3600 }

/** What makes us knock at somebody else's door. */
const knock: Rule = { name: 'knock', points: 20, seconds: 600 }

/** What may make us ask a service that all share, once a second. */
const find: Rule = { name: 'find', points: 60, seconds: 60 }

/** How often a member of a level does what others see of them (app/api/pace.ts). */
export function paceRule(act: PacedAct, level: TrustLevel): Rule {
  return { name: `${act}-${level}`, ...paces[act][level] }
}
const paced = pacedActs.flatMap((act) => trustLevels.map((level) => paceRule(act, level)))

/** All new members of one network. */
export const newcomers: Rule = { name: 'newcomers', ...newcomersPace, byNetwork: true }

export const allRules: readonly Rule[] = [
  ...[read, write, signIn, register, relay, photo, knock, find],
  ...[...paced, newcomers],
]

/** Routes that differ from what their method says. */
const byRoute: Readonly<Record<string, Rule>> = {
  'POST /api/auth/nonce': signIn,
  'POST /api/auth/verify': signIn,
  'POST /api/users/login': signIn,
  'POST /api/users/register': register,
  'POST /api/relay': relay,
  'POST /api/photos': photo,
  'GET /api/places/find': find,
  'GET /api/places/stores': find,
  'POST /api/restocks/{id}/photos': photo,
  'POST /api/me/channels/{id}/test': knock,
}

/** The rule of a route: "POST /api/users/login". */
export function ruleFor(route: string): Rule {
  return byRoute[route] ?? (/^(GET|HEAD|OPTIONS) /.test(route) ? read : write)
}
