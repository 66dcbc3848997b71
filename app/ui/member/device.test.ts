import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

const chrome = (system: string, more = '') =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36${more}`

test.each([
  [chrome('X11; Linux x86_64'), 'Chrome on Linux'],
  [chrome('Windows NT 10.0; Win64; x64', ' Edg/140.0.0.0'), 'Edge on Windows'],
  [chrome('Linux; Android 14; Pixel 8'), 'Chrome on Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
    'Safari on iOS',
  ],
  ['curl/8.5.0', 'curl'],
  ['', 'A program without a name'],
  [null, 'A program without a name'],
])('%s is %s', (agent, device) => {
  expect(deviceOf(agent)).toBe(device)
})
