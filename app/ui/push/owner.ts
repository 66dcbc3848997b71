/** Who turned push on in this browser: whoever signs in after must not get their neighbour's switch. */
const KEY = 'snpd.push'

/** A browser that keeps nothing (a private window) has no push that outlives the page either. */
function storage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

export const keepOwner = (memberId: string) => storage()?.setItem(KEY, memberId)
export const forgetOwner = () => storage()?.removeItem(KEY)
export const isOwner = (memberId: string) => storage()?.getItem(KEY) === memberId
