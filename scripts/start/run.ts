import { join } from 'node:path'
import { sentenceOf } from '../../core/sentence.ts'
import { isConnectionLost } from '../../db/failure.ts'
import type { Mode } from './boot.ts'
import { createCrew } from './crew.ts'
import { parseEnvironment } from './environment.ts'
import { parseFlags } from './flags.ts'
import { type DataFolder, openFolder } from './folder.ts'
import { watchSources } from './reload.ts'
import { createStages } from './stages.ts'
import { aborted, stopSignal } from './stop.ts'
import { sweep } from './sweep.ts'
import { startWatchdog } from './watchdog.ts'

type Options = { args: string[]; mode: Mode; stop: AbortSignal }
const write = (line: string) => process.stdout.write(`${line}\n`)

/**
 * From now on engines go down under connections that a stage may still be opening; postgres.js throws some of those
 * losses where nobody can catch them, and the sentence of what really went wrong would be lost.
 */
function bearLosses(): void {
  process.on('uncaughtException', (error) => {
    if (!isConnectionLost(error)) throw error
  })
}

/** From an opened data folder to the moment all is stopped again. */
async function runIn(folder: DataFolder, { args, mode, stop }: Options): Promise<void> {
  const flags = parseFlags(args)
  const environment = parseEnvironment(process.env)
  // The mark that every process started from here inherits (sweep.ts).
  process.env.SNPD_RUN = folder.run
  // Loads the engines' libraries, which a refused start need not wait for.
  const { boot } = await import('./boot.ts')
  const watchdog = startWatchdog(folder.run, join(folder.path, 'pg'))
  const stages = createStages(write)
  const crew = createCrew({ watchdog, say: stages.say })
  try {
    const booted = boot({ flags, environment, folder, crew, stages, mode })
    const origin = await Promise.race([booted, aborted(stop)])
    if (origin && mode === 'development') watchSources(crew)
    if (origin) write(`ready ${origin}`)
    await aborted(stop)
    write('stopping')
  } finally {
    bearLosses()
    await crew.stop()
    await sweep(folder.run, { postgres: join(folder.path, 'pg') })
    watchdog.done()
  }
}

async function main(options: Options): Promise<void> {
  const { data, fresh } = parseFlags(options.args)
  parseEnvironment(process.env)
  const folder = await openFolder(data, { fresh })
  try {
    await runIn(folder, options)
  } finally {
    folder.release()
  }
}

/** `npm start` and `npm run dev`: runs until asked to stop, then ends this process. Exit code 1 after an error. */
export async function run(mode: Mode): Promise<never> {
  const stop = stopSignal()
  try {
    await main({ args: process.argv.slice(2), mode, stop })
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exit(1)
  }
  process.exit(0)
}
