'use client'
import { useMutation } from '@tanstack/react-query'
import { formatKarma } from '../../../core/karma/amount.ts'
import { useClient } from '../api/hooks.ts'
import { Problem } from '../api/problem.ts'
import { browserGet } from '../api/request.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/ledger/verify-button.ts'
import { Button } from '../parts/button.tsx'
import { Karma } from '../parts/karma.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { movementsText } from './movements-text.ts'
import { shortHash } from './short-hash.ts'
import { type Checked, driftsOf, totalsOf, type Verified, verifyLedger } from './verify.ts'

function useVerify() {
  const { data: client } = useClient()
  return useMutation({
    mutationFn: () => {
      if (!client)
        throw new Problem({
          status: 0,
          code: 'client',
          detail: words.thisPageIsNot,
          fix: words.reloadIt,
        })
      return verifyLedger(browserGet, { rpcUrl: client.rpc_url ?? null, chainId: client.chain_id })
    },
  })
}

function Line({ what, wei }: { what: string; wei: bigint }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-t border-soft py-1.5">
      <dt className="text-sm">{what}</dt>
      <dd>
        <Karma wei={String(wei)} />
      </dd>
    </div>
  )
}

function Numbers({ of }: { of: Omit<Checked, 'address'> }) {
  return (
    <dl>
      <Line what={fill(words.yourAddedUpHere, { movements: movementsText(of.movements) })} wei={of.rows} />
      <Line what={words.ourMirror} wei={of.mirrored} />
      <Line what={words.theChainBalanceof} wei={of.chain} />
    </dl>
  )
}

/** With every digit: the usual two decimals would hide a small difference. */
const exactly = (wei: bigint) => fill(words.karma, { replace: formatKarma(wei).replace('-', '−') })

/** Which of the three is wrong, in a sentence. */
function blame({ rows, mirrored, chain }: Checked): string {
  if (rows === chain) return fill(words.ourMirrorsBalanceIs, { exactly: exactly(mirrored - chain) })
  if (mirrored === chain) return fill(words.theMovementsWeShow, { exactly: exactly(rows - chain) })
  return fill(words.ourMirrorIsOff, { exactly: exactly(mirrored - chain), exactly2: exactly(rows - chain) })
}

function Verdict({ verified }: { verified: Verified }) {
  const drifts = driftsOf(verified)
  const same = drifts.length === 0
  return (
    <div
      role="status"
      className={`grid w-full max-w-xl gap-2 border p-3 ${same ? 'border-rule' : 'border-l-8 border-alarm'}`}
    >
      <p className="font-semibold">{same ? words.theChainSaysThe : words.theChainSaysSomething}</p>
      <Numbers of={totalsOf(verified)} />
      {drifts.map((drift) => (
        <p key={drift.address} className="wrap-anywhere text-sm">
          {words.inWallet} <span className="figures">{shortHash(drift.address)}</span> {blame(drift)}
          {words.theChainIsRight}
        </p>
      ))}
      <p className="figures text-xs text-muted">
        {words.atBlock} {verified.block}, <span title={verified.hash}>{shortHash(verified.hash)}</span>
      </p>
    </div>
  )
}

/** Do not trust our mirror: add up what it tells, and ask the chain. */
export function VerifyButton() {
  const verify = useVerify()
  return (
    <div className="grid justify-items-start gap-3">
      <Button busy={verify.isPending} onClick={() => verify.mutate()}>
        {words.verifyAgainstTheChain}
      </Button>
      {verify.data && <Verdict verified={verify.data} />}
      {verify.error && <ErrorNotice error={verify.error} />}
    </div>
  )
}
