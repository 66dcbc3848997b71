import type { Db } from '../client.ts'

/**
 * Why a `movement m` happened, as SQL over the mirror's other events. The contracts tell first and move then: what pays
 * stands right before its Transfer. A batch of requests has many strangers' events in one transaction, so nothing
 * further away counts; but a trade that ends pays both sides, from the contract that its first bond went to.
 */
export function causeOf(db: Db) {
  const right = db`m.block_number = it.block_number and m.log_index = it.log_index + 1`
  return db`
    case
      when a.award_id is not null then 'award'
      when m.wallet = m.counterparty then 'itself'
      when m.side = 'in' and exists (select from chain.raffle_refund it where ${right}
        and it.member_address = m.wallet) then 'raffle-refund'
      when m.side = 'in' and exists (
        select from chain.trade_step it join chain.trade using (trade_id)
          join chain.transfer bond on bond.block_number = trade.block_number and bond.log_index = trade.log_index + 1
        where it.block_number = m.block_number and it.log_index < m.log_index and it.tx_hash = m.tx_hash
          and bond.to_address = m.counterparty
          and m.wallet in (trade.proposer_address, trade.counterparty_address)) then 'trade'
      when m.side = 'in' then 'received'
      when exists (select from chain.raffle_entry it where ${right}
        and it.member_address = m.wallet) then 'raffle-entry'
      when exists (select from chain.pass_purchase it where ${right}
        and it.member_address = m.wallet) then 'pass'
      when exists (select from chain.trade it where ${right}
        and it.proposer_address = m.wallet) then 'trade'
      when exists (select from chain.trade_step it join chain.trade using (trade_id) where ${right}
        and it.step = 'accepted' and trade.counterparty_address = m.wallet) then 'trade'
      when exists (select from chain.spend it where it.block_number = m.block_number
        and it.log_index = m.log_index + 1 and it.from_address = m.wallet) then 'spent'
      else 'sent'
    end`
}
