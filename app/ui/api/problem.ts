import type { ErrorCode } from '../../../core/errors.ts'
import { words } from '../messages/api/problem.ts'
import { problems } from '../messages/api/problems.ts'
import { fill } from '../messages/fill.ts'
import { locale } from '../messages/locale.ts'

/** What the API (RFC 9457 problem details) or the network said went wrong, ready to be shown. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  /** What would make it a yes. */
  readonly fix: string | undefined
  /** Message by field name, for forms. */
  readonly fields: Readonly<Record<string, string>>
  /** Of what it says, where that is not the language that is on. */
  readonly lang: 'en' | undefined

  constructor(options: {
    status: number
    code: string
    detail: string
    fix?: string
    fields?: Record<string, string>
    lang?: 'en' | undefined
  }) {
    super(options.detail)
    this.name = 'Problem'
    this.status = options.status
    this.code = options.code
    this.fix = options.fix
    this.fields = options.fields ?? {}
    this.lang = options.lang
  }
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

async function fieldsOf(errors: unknown): Promise<Record<string, string>> {
  if (!Array.isArray(errors) || errors.length === 0) return {}
  // Most pages never fill a form in. What it says is worth more than its translation.
  const { fieldText } = await import('./field-text.ts').catch(() => ({ fieldText: (said: string) => said }))
  const pairs = errors.flatMap((error: { path?: unknown; message?: unknown }) => {
    const path = Array.isArray(error?.path) ? error.path.join('.') : text(error?.path)
    const message = text(error?.message)
    return path && message
      ? [[path.replace(/^\//, '').replaceAll('/', '.'), fieldText(message)] as const]
      : []
  })
  return Object.fromEntries(pairs)
}

/** A failed response as a Problem, whatever its body is. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: Record<string, unknown> = await response.json().catch(() => ({}))
  const code = text(body.code) ?? 'http'
  const { status } = response
  // Codes are the API's own; of one that this page does not know nothing is found here.
  const known = problems[code as ErrorCode]
  const fields = await fieldsOf(body.errors)
  if (known) return new Problem({ status, code, detail: known, fields })
  const said = text(body.detail) ?? text(body.title)
  return new Problem({
    status,
    code,
    detail: said ?? fill(words.theServerAnswered, { status }),
    fix: text(body.fix),
    fields,
    lang: said && locale.lang !== 'en' ? 'en' : undefined,
  })
}

/** What a wallet's error says, if only it says it plainly. Codes: EIP-1193, EIP-3326. */
function walletProblem({ code, cause }: { code?: unknown; cause?: unknown }): Problem | undefined {
  if (code === 4001)
    return new Problem({
      status: 0,
      code: 'wallet.declined',
      detail: words.youSaidNoIn,
      fix: words.pressAgainIfIt,
    })
  if (code === 4902)
    return new Problem({
      status: 0,
      code: 'wallet.chain',
      detail: words.yourWalletDoesNot,
      fix: words.addTheChainTo,
    })
  return typeof cause === 'object' && cause !== null ? walletProblem(cause) : undefined
}

/** Anything thrown, as a Problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const ofWallet = typeof error === 'object' && error !== null ? walletProblem(error) : undefined
  if (ofWallet) return ofWallet
  return new Problem({
    status: 0,
    code: 'client',
    detail: error instanceof Error ? error.message : words.somethingWentWrong,
    fix: words.tryAgain,
  })
}
