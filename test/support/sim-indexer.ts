import { pino } from 'pino'
import { isSnpdError } from '../../core/errors.ts'
import { sentenceOf } from '../../core/sentence.ts'
import { type IndexerOptions, startIndexer } from '../../indexer/start.ts'

/** An indexer as its own process, for the simulator: waits to be told what to mirror, and tells why it ended. */
process.once('message', (options: Omit<IndexerOptions, 'logger'>) => {
  const { done } = startIndexer({ ...options, logger: pino({ level: 'silent' }) })
  done.catch((error: Error) => {
    process.send?.({ code: isSnpdError(error) ? error.code : undefined, message: sentenceOf(error) })
  })
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
