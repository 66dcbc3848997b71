import { execFile } from 'node:child_process'
import { chownSync, existsSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'
import { Final } from '../../core/errors.ts'

const run = promisify(execFile)

export type Launcher = {
  /** What comes before the program on its command line. */
  prefix: string[]
  /** What the process becomes. */
  account?: Account
}
type Account = { uid: number; gid: number }

/** 1000 is a person on most machines, 65534 is nobody on nearly all. */
const preferred = [1000, 65_534]

/** An ordinary account that has a name here: initdb looks its own up. Pure, of the text of /etc/passwd. */
export function pickAccount(passwd: string): Account | undefined {
  const accounts = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([, , uid, gid]) => ({ uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
  return (
    accounts.find(({ uid }) => uid === preferred[0]) ??
    accounts.find(({ uid }) => uid === preferred[1]) ??
    accounts[0]
  )
}

/** False for a uid without an entry, as containers are often given. */
function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/**
 * How to start Postgres, which refuses root, and users without a name. A user namespace gives it an ordinary account
 * with nothing changed on the host; where those are forbidden, root hands the data folder to that account.
 * @throws Final `config.data-folder` when neither is possible
 */
export async function launcherFor(folder: string): Promise<Launcher> {
  const uid = process.getuid?.()
  if (uid === undefined || (uid !== 0 && hasName())) return { prefix: [] }
  const account = pickAccount(existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '')
  const prefix = ['--user', `--map-user=${account?.uid}`, `--map-group=${account?.gid}`]
  const allowed =
    account &&
    (await run('unshare', [...prefix, 'true']).then(
      () => true,
      () => false,
    ))
  if (allowed) return { prefix: ['unshare', ...prefix] }
  if (!account || uid !== 0)
    throw new Final({
      code: 'config.data-folder',
      message: `Postgres cannot run as uid ${uid}: it needs an ordinary user with a name in /etc/passwd.`,
      fix: 'Start SNPD as such a user, or set DATABASE_URL to a Postgres >= 15 of your own.',
    })
  chownSync(folder, account.uid, account.gid)
  return { prefix: [], account }
}
