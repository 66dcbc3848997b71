/**
 * Every stable error code with the HTTP status (RFC 9110) the API answers for it.
 * Codes are part of the public interface: add, never rename.
 */
export const errorCodes = {
  'config.invalid': 500,
  'config.port-taken': 500,
  'config.data-folder': 500,
  'db.unreachable': 503,
  'db.slow': 503,
  'db.migration-edited': 500,
  'db.schema-newer': 500,
  'chain.unreachable': 503,
  'chain.wrong-id': 500,
  'chain.bad-answer': 503,
  'chain.pruned': 500,
  'chain.wrong-genesis': 500,
  'chain.other-contracts': 500,
  'chain.reorg-too-deep': 500,
  'chain.second-writer': 500,
  'chain.no-contracts': 500,
  'chain.overdrawn': 500,
  'chain.drift': 500,
  'chain.refused': 500,
  'chain.unknown': 500,
  'chain.no-precompiles': 500,
  'chain.roles': 500,
  'auth.required': 401,
  'auth.expired': 401,
  'auth.refresh': 401,
  'auth.reused': 401,
  'auth.raced': 409,
  'auth.credentials': 401,
  'auth.message': 401,
  'auth.nonce': 401,
  'auth.signature': 401,
  'auth.throttled': 429,
  'auth.busy': 503,
  'auth.origin': 403,
  'auth.confirm': 403,
  'auth.role': 403,
  'session.not-found': 404,
  'member.username-taken': 409,
  'member.email-taken': 409,
  'member.wallet-taken': 409,
  'member.password': 422,
  'member.wallet-unknown': 404,
  'member.wallet-resting': 409,
  'member.last-way-in': 409,
  'member.not-found': 404,
  'input.invalid': 422,
  'input.json': 400,
  'input.media-type': 415,
  'input.too-large': 413,
  'input.card-number': 422,
  'idempotency.other-request': 422,
  'idempotency.in-flight': 409,
  'idempotency.unreadable': 409,
  'limit.reached': 429,
  'route.not-found': 404,
  'route.method': 405,
  'gate.closed': 403,
  'restock.not-found': 404,
  'restock.already-reported': 409,
  'restock.own-report': 409,
  'restock.already-confirmed': 409,
  'catalog.unknown': 422,
  'sneaker.not-found': 404,
  'photo.not-found': 404,
  'photo.not-witness': 403,
  'photo.too-many': 429,
  'photo.unreadable': 422,
  'photo.store': 503,
  'cell.invalid': 422,
  'cell.unknown': 404,
  'post.not-found': 404,
  'post.not-yours': 403,
  'post.own': 409,
  'post.gone': 409,
  'post.photo': 422,
  'post.too-many-saved': 409,
  'follow.self': 422,
  'cell.far': 403,
  'drop.not-found': 404,
  'award.no-gas': 503,
  'award.refused': 503,
  'award.not-found': 404,
  'award.frozen': 409,
  'award.reversed': 409,
  'ruleset.not-found': 404,
  'appeal.open': 409,
  'appeal.too-soon': 409,
  'appeal.nothing': 409,
  'appeal.not-found': 404,
  'appeal.decided': 409,
  'appeal.own': 409,
  'challenge.level': 403,
  'challenge.suspended': 403,
  'challenge.too-many': 429,
  'challenge.own': 409,
  'challenge.twice': 409,
  'challenge.closed': 409,
  'challenge.not-found': 404,
  'challenge.resolved': 409,
  'beacon.unreachable': 503,
  'beacon.bad-answer': 503,
  'beacon.not-yet': 503,
  'beacon.signature': 422,
  'beacon.other-network': 500,
  'raffle.not-found': 404,
  'raffle.not-drawn': 409,
  'raffle.called-off': 409,
  'checkout.not-found': 404,
  'checkout.state': 409,
  'checkout.price-changed': 409,
  'checkout.already-ordered': 409,
  'checkout.size-unknown': 422,
  'checkout.address-missing': 422,
  'checkout.email-missing': 422,
  'checkout.too-many-open': 429,
  'checkout.url-refused': 422,
  'checkout.stopped': 409,
  'checkout.page': 502,
  'raffle-form.ended': 409,
  'raffle-form.already-entered': 409,
  'vault.unreadable': 500,
  'vault.key-missing': 500,
  'vault.shredded': 410,
  'payment.not-found': 404,
  'payment.key': 409,
  'payment.unreadable': 422,
  'checkout.id': 422,
  'checkout.too-soon': 409,
  'browser.missing': 503,
  'browser.died': 503,
  'queue.unreachable': 503,
  'pool.not-found': 404,
  'pool.replay': 409,
  'url.refused': 422,
  'url.unreachable': 502,
  'url.too-large': 502,
  'url.redirects': 502,
  'url.unreadable': 502,
  'redis.unreachable': 503,
  'follow.too-many': 409,
  'follow.not-found': 404,
  'channel.too-many': 409,
  'channel.not-found': 404,
  'channel.ended': 409,
  'target.not-found': 404,
  'release.not-found': 404,
  'release.announced': 409,
  'delivery.not-found': 404,
  'delivery.replay': 409,
  'geocoder.busy': 503,
  'place.unknown': 404,
  'happening.not-found': 404,
  'happening.when': 422,
  'happening.too-many': 429,
  'happening.over': 409,
  'relay.chain': 422,
  'relay.value': 422,
  'relay.not-allowed': 403,
  'relay.gas': 422,
  'relay.deadline': 422,
  'relay.nonce': 409,
  'relay.signature': 422,
  'relay.refused': 409,
  'relay.no-gas': 503,
  'relay.unmined': 503,
  'relay.wallet': 403,
  'relay.too-many': 429,
  'relay.not-found': 404,
  'group.not-found': 404,
  'group.trust': 403,
  'group.gate': 403,
  'group.gate-text': 422,
  'group.role': 403,
  'group.owner': 409,
  'group.name-taken': 409,
  'group.full': 409,
  'group.too-many': 409,
  'group.no-invites': 409,
  'group.invite-ended': 410,
  'group.member-not-found': 404,
  internal: 500,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof errorCodes

export type ErrorOptions = {
  code: ErrorCode
  /** What happened, one sentence. */
  message: string
  /** What to do about it, one sentence; shown to the person. */
  fix?: string
  cause?: unknown
}

abstract class SnpdError extends Error {
  readonly code: ErrorCode
  readonly fix: string | undefined

  constructor(options: ErrorOptions) {
    super(options.message, { cause: options.cause })
    this.code = options.code
    this.fix = options.fix
    this.name = new.target.name
  }

  /** HTTP status of this error's code. */
  get status(): number {
    return errorCodes[this.code]
  }
}

/** Trying again later may succeed; queues and clients retry it with backoff. */
export class Retryable extends SnpdError {}

/** Trying again cannot succeed without a change by someone; never retried. */
export class Final extends SnpdError {}

/** True for both roots. */
export function isSnpdError(error: unknown): error is Retryable | Final {
  return error instanceof SnpdError
}
