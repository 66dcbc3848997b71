import type { Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { type AnvilServer, startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { ask, problemOf, signedIn } from '../../test/support/http.ts'
import { newAccount, presentProof, proofBy } from '../../test/support/siwe.ts'
import { openFactory, type SmallWallet } from '../../test/support/small-wallet.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let anvil: AnvilServer
let web: TestWeb
let newWallet: () => Promise<SmallWallet>
let calls = 0
beforeAll(async () => {
  anvil = await startAnvil({ port: await freePort() })
  newWallet = await openFactory(anvil.url)
  const rpc = openRpc(anvil.url)
  const batch: typeof rpc.batch = (batched) => {
    calls += batched.length
    return rpc.batch(batched)
  }
  web = await startTestWeb(() => ({ rpc: { ...rpc, batch } }))
})
afterAll(async () => {
  await web.close()
  await anvil.stop()
})

/** Signs in as this wallet, by this way of signing. */
async function enter(wallet: SmallWallet, sign: (of: { message: string }) => Promise<Hex>) {
  return presentProof(web.origin, await proofBy(web.origin, { ...wallet, signMessage: sign }))
}
const refused = async (answer: Response) =>
  expect(await problemOf(answer)).toMatchObject({ status: 401, code: 'auth.signature' })

test('a wallet that is a contract signs in as its code says (ERC-1271)', async () => {
  const wallet = await newWallet()
  await wallet.deploy()
  const { token } = await signedIn(await enter(wallet, wallet.signMessage))
  const me = (await (await ask(`${web.origin}/api/me`, { token })).json()) as { wallets: string[] }
  expect(me.wallets).toEqual([wallet.address.toLowerCase()])
  await refused(await enter(wallet, (of) => newAccount().signMessage(of)))
})

test('one that is not deployed yet signs in by what would deploy it (ERC-6492), and the same member comes back after', async () => {
  const wallet = await newWallet()
  await refused(await enter(wallet, wallet.signMessage))
  const before = await signedIn(await enter(wallet, wallet.signBefore))
  await wallet.deploy()
  const after = await signedIn(await enter(wallet, wallet.signMessage))
  expect(after.id).toBe(before.id)
})

test("nobody enters as a wallet that is not deployed by deploying another, or by the owner's key of another", async () => {
  const [mine, other] = [await newWallet(), await newWallet()]
  await refused(await enter(mine, other.signBefore))
  await refused(await enter(mine, other.signMessage))
})

test('a signature wrapped for a delegation that is not on chain (ERC-8010) is refused without asking the chain', async () => {
  const account = newAccount()
  const before = calls
  const sign = async (of: { message: string }): Promise<Hex> =>
    `${await account.signMessage(of)}${'8010'.repeat(16)}`
  await refused(await presentProof(web.origin, await proofBy(web.origin, { ...account, signMessage: sign })))
  expect(calls).toBe(before)
})

test('a key signs in without anyone asking the chain', async () => {
  const before = calls
  await signedIn(await presentProof(web.origin, await proofBy(web.origin, newAccount())))
  expect(calls).toBe(before)
})

test('when only the chain could tell and it does not answer, that is said and nobody enters', async () => {
  const blind = await startTestWeb()
  const [account, other] = [newAccount(), newAccount()]
  const forged = { ...account, signMessage: other.signMessage }
  const answer = await presentProof(blind.origin, await proofBy(blind.origin, forged))
  await blind.close()
  expect(await problemOf(answer)).toMatchObject({ status: 503, code: 'chain.unreachable' })
})
