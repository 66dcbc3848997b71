import { blockNumber, openRpc, type Rpc } from '../../adapters/chain/rpc.ts'
import { Final } from '../../core/errors.ts'
import { inSnapshot, viewLedger } from '../../db/chain/audit.ts'
import { connect } from '../../db/client.ts'
import { auditLedger, sentenceOfDrift } from '../../indexer/audit.ts'
import { subjectOf } from '../../indexer/auditor.ts'
import type { Target } from '../../indexer/identity.ts'
import { type Indexer, startIndexer } from '../../indexer/start.ts'
import type { Flags } from './flags.ts'
import type { Progress } from './progress.ts'
import { prepareSchema } from './schema.ts'
import type { Screen } from './screen.ts'
import { targetOf } from './target.ts'

const TICK_MS = 500
/** Accounts whose balance is asked for at the end of a run that ends. */
const SAMPLE = 500

/** Keeps the screen up to date until the returned function is called. */
function show(screen: Screen, rpc: Rpc, state: Pick<Progress, 'number' | 'events'>): () => void {
  const start = performance.now()
  let began: number | undefined
  let head: number | undefined
  const tick = () => {
    // A node that does not answer is the indexer's to report.
    void blockNumber(rpc).then(
      (number) => {
        head = number
      },
      () => undefined,
    )
    // Before the first answer nobody knows how far it is.
    if (state.number < 0 || head === undefined) return
    began ??= state.number
    screen.progress({ ...state, began, head, seconds: (performance.now() - start) / 1000 })
  }
  const timer = setInterval(tick, TICK_MS)
  return () => clearInterval(timer)
}

/** The sums of the mirror beside those of the chain. @throws Final `chain.drift` */
async function conclude({ databaseUrl }: Flags, rpc: Rpc, target: Target): Promise<string> {
  const sql = connect(databaseUrl, { name: 'indexer-audit', max: 1 })
  try {
    const view = await inSnapshot(sql, (tx) => viewLedger(tx, SAMPLE))
    const subject = subjectOf(target.contracts)
    if (!view || !subject) return 'There is nothing to mirror yet.'
    const finding = await auditLedger(rpc, subject, view)
    const drift = sentenceOfDrift(finding)
    const fix = 'Run npm run audit-ledger; docs/runbooks/rebuild-mirror.md says how to go on.'
    if (drift) throw new Final({ code: 'chain.drift', message: drift, fix })
    return `In step at block ${view.block.number}: ${view.accounts} accounts hold ${view.balances}, which is totalSupply().`
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/**
 * `npm run indexer`, from the schema to the end.
 * @param signal ends it, after the transaction under way
 * @throws Final and Retryable of what cannot be begun; Final of what cannot go on
 */
export async function runIndexer(flags: Flags, screen: Screen, signal: AbortSignal): Promise<void> {
  await prepareSchema(flags.databaseUrl)
  const target = await targetOf(flags)
  const rpc = openRpc(flags.rpcUrl)
  const state = { number: -1, events: 0 }
  const stopShowing = show(screen, rpc, state)
  let isAtHead = false
  const indexer: Indexer = startIndexer({
    ...{ databaseUrl: flags.databaseUrl, rpcUrl: flags.rpcUrl, target, logger: screen.logger },
    ...(flags.wsUrl === undefined ? {} : { wsUrl: flags.wsUrl }),
    onCommit: ({ number, events }) => {
      state.number = number
      state.events += events
    },
    onHead: (number) => {
      state.number = number
      if (!flags.exitAtHead) return
      isAtHead = true
      void indexer.stop()
    },
  })
  const stop = () => void indexer.stop()
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    await indexer.done
  } finally {
    stopShowing()
    signal.removeEventListener('abort', stop)
  }
  const where = state.number < 0 ? 'before the first block' : `at block ${state.number}`
  screen.end(isAtHead ? await conclude(flags, rpc, target) : `Stopped ${where}.`)
}
