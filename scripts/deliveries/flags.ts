import { z } from 'zod'
import { readWords, refusing } from '../cli/flags.ts'

const usage = `npm run deliveries -- COMMAND [--data .snpd]

  status       what waits to be sent, what was sent, and how the channels are
  dead         messages that nobody tries again, with what stood in their way
  replay ID    tries a dead one again, under the name that its receiver knows it by
  replay all   all of them whose channel is still there

The database is that of APP_DATABASE_URL or DATABASE_URL, or the one that npm start runs on the data folder.
`

export type DeliveriesFlags = {
  data: string
  command: { name: 'status' } | { name: 'dead' } | { name: 'replay'; which: string | 'all' }
}

const refuse = refusing(usage)

const options = { data: { type: 'string', default: '.snpd' } } as const

/** The command line of `npm run deliveries`. Pure. @throws Final `config.invalid` */
export function parseDeliveriesFlags(args: string[]): DeliveriesFlags {
  const { values, positionals } = readWords(args, options, refuse)
  const [name, which, ...rest] = positionals
  const { data } = values
  if ((name === 'status' || name === 'dead') && which === undefined) return { data, command: { name } }
  const isWhich = which === 'all' || z.uuid().safeParse(which).success
  if (name === 'replay' && rest.length === 0 && isWhich)
    return { data, command: { name, which: which ?? '' } }
  throw refuse('The command is one of status, dead, replay ID, replay all.')
}
