import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSecrets, readSecrets } from './secrets.ts'

function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('secrets are made once, for their owner alone', () => {
  const folder = folderForTest()
  const made = openSecrets(folder)
  expect(openSecrets(folder)).toEqual(made)
  expect(readSecrets(folder)).toEqual(made)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  const { deployer_key, awarder_key, relayer_key, keeper_key, ...others } = made
  const { raffle_operator_key, arbiter_key, beacon_key } = others
  const all = [
    deployer_key,
    awarder_key,
    relayer_key,
    keeper_key,
    raffle_operator_key,
    arbiter_key,
    beacon_key,
  ]
  expect(new Set(all).size).toBe(7)
})

test('a folder of before the raffles and the relay gets the missing keys, keeps the others, and keeps both from then on', () => {
  const folder = folderForTest()
  const { beacon_key, raffle_operator_key, arbiter_key, relayer_key, keeper_key, ...old } =
    openSecrets(folder)
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(old))
  const opened = openSecrets(folder)
  expect(opened).toMatchObject(old)
  expect([
    opened.beacon_key,
    opened.raffle_operator_key,
    opened.arbiter_key,
    opened.relayer_key,
    opened.keeper_key,
  ]).not.toContain(undefined)
  expect(opened.relayer_key).not.toBe(relayer_key)
  expect(opened.beacon_key).not.toBe(beacon_key)
  expect(opened.raffle_operator_key).not.toBe(raffle_operator_key)
  expect(opened.arbiter_key).not.toBe(arbiter_key)
  expect(openSecrets(folder)).toEqual(opened)
})
