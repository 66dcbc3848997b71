import { expect, test } from 'vitest'
import { parseFlags } from './flags.ts'

const token = `0x${'Ab'.repeat(20)}`
const basics = ['--rpc', 'http://a:1/key', '--database-url', 'postgres://u:secret@h/d']

test('any ERC-20', () => {
  expect(parseFlags([...basics, '--token', token, '--from-block', '7', '--exit-at-head'], {})).toEqual({
    rpcUrl: 'http://a:1/key',
    wsUrl: undefined,
    databaseUrl: 'postgres://u:secret@h/d',
    subject: { token: token.toLowerCase(), fromBlock: 7 },
    exitAtHead: true,
  })
})

test('a deployment; the environment stands in for what is left out, and flags outweigh it', () => {
  const environment = {
    RPC_URL: 'http://other:1',
    WS_URL: 'ws://a:2',
    INDEXER_DATABASE_URL: 'postgres://u@h/e',
    DEPLOYMENT: 'x.json',
  }
  expect(parseFlags(['--rpc', 'http://a:1'], environment)).toEqual({
    rpcUrl: 'http://a:1',
    wsUrl: 'ws://a:2',
    databaseUrl: 'postgres://u@h/e',
    subject: { deployment: 'x.json' },
    exitAtHead: false,
  })
  const flags = parseFlags(['--token', token, '--from-block', '0'], environment)
  expect(flags?.subject).toEqual({ token: token.toLowerCase(), fromBlock: 0 })
})

test('help', () => {
  expect(parseFlags(['--help'], {})).toBeUndefined()
})

test.each([
  [['--tokn', '1'], "Unknown option '--tokn'."],
  [['x'], "Unexpected argument 'x'."],
  [['--token', token, '--from-block', '1'], '--rpc must be a URL starting with http: or https://'],
  [[...basics, '--ws', 'http://a', '--deployment', 'f'], '--ws must be a URL starting with ws: or wss://'],
  [[...basics, '--token', '0x12', '--from-block', '1'], '--token must be an address'],
  [[...basics, '--token', token, '--from-block', '-1'], "'--from-block' argument is ambiguous"],
  [[...basics, '--token', token, '--from-block=-1'], '--from-block must be a block number.'],
  [[...basics, '--token', token, '--from-block', '1e3'], '--from-block must be a block number.'],
  [[...basics, '--token', token], '--token needs --from-block.'],
  [[...basics, '--from-block', '1', '--deployment', 'f'], '--from-block belongs to --token'],
  [[...basics, '--token', token, '--deployment', 'f'], 'exclude each other'],
  [basics, '--token or --deployment must say what to mirror.'],
  [
    ['--rpc', 'http://a', '--database-url', 'mysql://u:secret@h', '--deployment', 'f'],
    '--database-url must be',
  ],
])('%j is refused in one sentence without secrets', (args, message) => {
  const refused = expect.objectContaining({
    code: 'config.invalid',
    message: expect.stringMatching(/^(?!.*secret)[^\n]+$/),
  })
  expect(() => parseFlags(args, {})).toThrow(refused)
  expect(() => parseFlags(args, {})).toThrow(message)
})
