import { expect, test } from 'vitest'
import { parseFlags } from './flags.ts'

const token = `0x${'Ab'.repeat(20)}`
const basics = ['--rpc', 'http://a:1/key', '--database-url', 'postgres://u:secret@h/d']
const whole = Number.MAX_SAFE_INTEGER

test('nothing at all is the local demo, every account', () => {
  expect(parseFlags([], { RPC_URL: 'http://a' })).toEqual({ sample: whole, subject: { data: '.snpd' } })
  expect(parseFlags(['--data', 'x', '--sample', '10'], {})).toEqual({ sample: 10, subject: { data: 'x' } })
  expect(parseFlags(['--help'], {})).toBeUndefined()
})

test('any other mirror, the environment standing in for what is left out', () => {
  const subject = { rpcUrl: 'http://a:1/key', databaseUrl: 'postgres://u:secret@h/d' }
  expect(parseFlags([...basics, '--token', token], { DEPLOYMENT: 'f' })).toEqual({
    sample: whole,
    subject: { ...subject, source: { token: token.toLowerCase() } },
  })
  expect(parseFlags(basics, { DEPLOYMENT: 'f' })?.subject).toEqual({
    ...subject,
    source: { deployment: 'f' },
  })
})

test.each([
  [['--smple', '1'], "Unknown option '--smple'."],
  [['--sample', 'all'], '--sample must be a number.'],
  [['--data', 'x', '--rpc', 'http://a'], 'exclude each other'],
  [['--token', token], '--rpc must be a URL'],
  [basics, '--token or --deployment must say what is mirrored.'],
  [[...basics, '--token', token, '--deployment', 'f'], 'exclude each other'],
  [[...basics, '--token', 'karma'], '--token must be an address'],
])('%j is refused in one sentence without secrets', (args, message) => {
  const refused = expect.objectContaining({
    code: 'config.invalid',
    message: expect.stringMatching(/^(?!.*secret)[^\n]+$/),
  })
  expect(() => parseFlags(args, {})).toThrow(refused)
  expect(() => parseFlags(args, {})).toThrow(message)
})
