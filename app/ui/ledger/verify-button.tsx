'use client'
import { useMutation } from '@tanstack/react-query'
import type { Ledger } from '../../../core/ledger/shape.ts'
import { useClient, useMe } from '../api/hooks.ts'
import { Problem } from '../api/problem.ts'
import { Button } from '../parts/button.tsx'
import { karmaText } from '../parts/karma.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { balanceOnChain } from './verify.ts'

function useVerify(ledger: Ledger) {
  const { data: me } = useMe()
  const { data: client } = useClient()
  return useMutation({
    mutationFn: async () => {
      if (!client?.rpc_url || !me) {
        throw new Problem({
          status: 0,
          code: 'no-rpc',
          detail: 'This server does not share its chain endpoint with browsers.',
          fix: `Ask any node for balanceOf on the token ${ledger.token}.`,
        })
      }
      return balanceOnChain({ rpcUrl: client.rpc_url, token: ledger.token, wallets: me.wallets })
    },
  })
}

function Verdict({ ledger, wei, block }: { ledger: Ledger; wei: bigint; block: bigint }) {
  const same = wei === BigInt(ledger.balance)
  return (
    <p role="status" className={`border p-3 ${same ? 'border-rule' : 'border-alarm'}`}>
      <span className="font-semibold">
        {same ? '✓ The chain says the same' : '✕ The chain says something else'}
      </span>
      <span className="figures block text-sm text-muted">
        balanceOf = {karmaText(wei.toString())} karma at block {block.toString()}
        {!same && `, our mirror has ${karmaText(ledger.balance)} at block ${ledger.block_number}`}
      </span>
    </p>
  )
}

/** Do not trust our mirror: ask the chain. */
export function VerifyButton({ ledger }: { ledger: Ledger }) {
  const verify = useVerify(ledger)
  return (
    <div className="grid justify-items-start gap-3">
      <Button busy={verify.isPending} onClick={() => verify.mutate()}>
        Verify against the chain
      </Button>
      {verify.data && <Verdict ledger={ledger} {...verify.data} />}
      {verify.error && <ErrorNotice error={verify.error} />}
    </div>
  )
}
