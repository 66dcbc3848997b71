import { pino } from 'pino'
import { expect, test } from 'vitest'
import { logOptions, scrubLine } from './log.ts'

const SECRET = 'hunter2-hunter2'

/** What a process of this name writes. */
function written(name: string, log: (logger: ReturnType<typeof pino>) => void): string {
  const lines: string[] = []
  log(pino(logOptions(name, 'debug'), { write: (line: string) => void lines.push(line) }))
  return lines.join('')
}

test.each(['web', 'workers', 'indexer'])(
  'a secret is cut out of what %s writes, however deep it lies',
  (name) => {
    for (const field of [
      'password',
      'token',
      'authorization',
      'cookie',
      'cvc',
      'card',
      'shipping',
      'email',
      'key',
    ]) {
      const secret = { [field]: SECRET }
      const line = written(name, (logger) =>
        logger.warn({ ...secret, a: secret, b: { c: secret }, d: { e: { f: secret } } }, 'told'),
      )
      expect([field, line.includes(SECRET)]).toEqual([field, false])
      expect(JSON.parse(line)).toMatchObject({ name, msg: 'told', a: { [field]: '[cut]' } })
    }
  },
)

test('what Postgres quotes of a row is cut out of its error', () => {
  const err = Object.assign(new Error('duplicate key'), { detail: `Key (email)=(${SECRET}) already exists.` })
  const line = written('web', (logger) => logger.error({ err }, 'request failed'))
  expect(line).not.toContain(SECRET)
  expect(JSON.parse(line).err).toMatchObject({ message: 'duplicate key', detail: '[cut]' })
})

test('a secret inside of a text is cut out too, and the line stays JSON', () => {
  const texts = [
    `connect ECONNREFUSED postgres://snpd_app:${SECRET}@db:5432/snpd`,
    `wss://user:${SECRET}@node.example/ws closed`,
    `Authorization: Bearer ${SECRET}`,
    `eyJhbGciOiJFZERTQSJ9.${SECRET}.sig-nature is not valid`,
    `-----BEGIN PRIVATE KEY-----\n${SECRET}\n-----END PRIVATE KEY-----`,
  ]
  for (const text of texts) {
    const line = written('workers', (logger) => logger.error({ reason: text }, text))
    expect(line).not.toContain(SECRET)
    expect(() => JSON.parse(line)).not.toThrow()
  }
})

test('what is no secret stays as it is', () => {
  const line = '{"msg":"https://shop.example/p?a=b at ann@street, 0xabc, key of 4 pages"}'
  expect(scrubLine(line)).toBe(line)
})
