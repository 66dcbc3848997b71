import type { Random } from '../../core/random.ts'
import type { RawAnswer } from './faulty-rpc-answer.ts'

/** What can happen to the answers of one HTTP request, and how often in a thousand. */
export const answerFaults = {
  drop: 40,
  duplicate: 40,
  reorder: 60,
  refuse: 30,
  nothing: 30,
  'mix up ids': 20,
} as const
/** Lies about logs that their own form gives away, or that change nothing of what is mirrored. */
export const plainLies = ['double a log', 'wrong block hash', 'removed log', 'log of nobody'] as const
/** All lies: these are told only where the bloom of a block and the numbers of its logs give them away. */
export const logLies = [
  'empty logs',
  'lose a log',
  'lose a block',
  'log of a replaced block',
  ...plainLies,
] as const
type AnswerFault = keyof typeof answerFaults | (typeof logLies)[number]

/** What can happen to the request as a whole, and how often in a thousand. */
export const wireFaults = {
  'reset before': 30,
  'reset within': 20,
  'status 429': 20,
  'status 500': 20,
  'cut JSON': 30,
  'not JSON': 15,
  'one error for all': 15,
  slow: 60,
} as const
export type WireFault = keyof typeof wireFaults

/** A fault by its frequency, or none. */
export function choose<Name extends string>(
  random: Random,
  faults: Readonly<Record<Name, number>>,
): Name | undefined {
  let rest = random(1_000)
  for (const [name, perMille] of Object.entries<number>(faults)) {
    if (rest < perMille) return name as Name
    rest -= perMille
  }
  return undefined
}

const hasLogs = ({ result }: RawAnswer) => Array.isArray(result) && result.length > 0

/** Changes the logs of one of the answers that hold some. */
function withLogs(answers: RawAnswer[], random: Random, change: (logs: unknown[]) => unknown[]): RawAnswer[] {
  const places = answers.flatMap((answer, at) => (hasLogs(answer) ? [at] : []))
  const chosen = places[random(Math.max(places.length, 1))]
  return answers.map((answer, at) =>
    at === chosen && Array.isArray(answer.result) ? { ...answer, result: change(answer.result) } : answer,
  )
}

function replaceOne(
  answers: RawAnswer[],
  random: Random,
  change: (answer: RawAnswer) => RawAnswer[],
): RawAnswer[] {
  const chosen = random(answers.length)
  return answers.flatMap((answer, at) => (at === chosen ? change(answer) : [answer]))
}

function shuffled<Item>(items: Item[], random: Random): Item[] {
  const left = [...items]
  return items.flatMap(() => left.splice(random(left.length), 1))
}

type Block = { blockNumber: string }
const isLastOfBlock = (logs: unknown[], at: number) =>
  (logs[at] as Block).blockNumber !== (logs[at + 1] as Block | undefined)?.blockNumber

/** Leaves out a log that has a later one in its block: the numbers of the others tell. */
function loseOne(logs: unknown[], random: Random): unknown[] {
  const lost = logs.flatMap((_, at) => (isLastOfBlock(logs, at) ? [] : [at]))
  const chosen = lost[random(Math.max(lost.length, 1))]
  return logs.filter((_, at) => at !== chosen)
}

/** Leaves out all logs of a block. */
function loseBlock(logs: unknown[], random: Random): unknown[] {
  const { blockNumber } = logs[random(logs.length)] as Block
  return logs.filter((log) => (log as Block).blockNumber !== blockNumber)
}

function alterOne(logs: unknown[], random: Random, change: Record<string, unknown>): unknown[] {
  const chosen = random(logs.length)
  return logs.map((log, at) => (at === chosen ? { ...(log as Block), ...change } : log))
}

/** A block as it was before a reorg: the same topics, hence the same bloom, and other data; only the hash tells. */
function olderBlock(logs: unknown[], random: Random): unknown[] {
  const { blockNumber } = logs[random(logs.length)] as Block
  return logs.map((log) => {
    const { data, ...rest } = log as Block & { data: string }
    if (rest.blockNumber !== blockNumber) return log
    const other = data.replace(/[0-9a-f]$/, (digit) => (Number.parseInt(digit, 16) ^ 1).toString(16))
    return { ...rest, data: other, blockHash: `0x${'ee'.repeat(32)}` }
  })
}

function mixUp(answers: RawAnswer[], random: Random): RawAnswer[] {
  const ids = shuffled(
    answers.map(({ id }) => id),
    random,
  )
  return answers.map((answer, at) => ({ ...answer, id: ids[at] ?? answer.id }))
}

type Change = (answers: RawAnswer[], random: Random) => RawAnswer[]
const changes: Record<AnswerFault, Change> = {
  drop: (answers, random) => replaceOne(answers, random, () => []),
  duplicate: (answers, random) => replaceOne(answers, random, (answer) => [answer, answer]),
  reorder: shuffled,
  refuse: (answers, random) =>
    replaceOne(answers, random, ({ id }) => [
      { jsonrpc: '2.0', id, error: { code: -32005, message: 'limit exceeded' } },
    ]),
  nothing: (answers, random) =>
    replaceOne(answers, random, ({ id }) => [{ jsonrpc: '2.0', id, result: null }]),
  'empty logs': (answers, random) => withLogs(answers, random, () => []),
  'lose a log': (answers, random) => withLogs(answers, random, (logs) => loseOne(logs, random)),
  'log of a replaced block': (answers, random) =>
    withLogs(answers, random, (logs) => olderBlock(logs, random)),
  'lose a block': (answers, random) => withLogs(answers, random, (logs) => loseBlock(logs, random)),
  'wrong block hash': (answers, random) =>
    withLogs(answers, random, (logs) => alterOne(logs, random, { blockHash: `0x${'ee'.repeat(32)}` })),
  'removed log': (answers, random) =>
    withLogs(answers, random, (logs) => alterOne(logs, random, { removed: true })),
  'log of nobody': (answers, random) =>
    withLogs(answers, random, (logs) => alterOne(logs, random, { address: `0x${'ee'.repeat(20)}` })),
  'double a log': (answers, random) => withLogs(answers, random, (logs) => [...logs, logs[0]]),
  'mix up ids': mixUp,
}

/** The answers as the fault leaves them. */
export function spoil(fault: AnswerFault, answers: RawAnswer[], random: Random): RawAnswer[] {
  return changes[fault](answers, random)
}
