/** Why push cannot work here, for the page to say in words. */
export type PushObstacle =
  /** The page came by http from elsewhere than this machine. */
  | 'insecure'
  /** An iPhone or iPad shows push only to pages on its Home Screen. */
  | 'home-screen'
  | 'unsupported'
  /** The person said no; only their browser's settings can take it back. */
  | 'denied'
  /** The browser could not reach its maker's push service, or has none. */
  | 'no-service'

/** What of a window it takes to tell. */
export type PushGround = {
  isSecureContext: boolean
  /** There is a service worker container. */
  hasWorkers: boolean
  hasPush: boolean
  hasNotifications: boolean
  permission: NotificationPermission | undefined
  isApplePhone: boolean
  /** Opened from the Home Screen. */
  isInstalled: boolean
}

/** What stands in the way before anything is asked of the browser; undefined when nothing does. Pure. */
export function obstacleOf(ground: PushGround): PushObstacle | undefined {
  if (!ground.isSecureContext) return 'insecure'
  const isAble = ground.hasWorkers && ground.hasPush && ground.hasNotifications
  if (!isAble) return ground.isApplePhone && !ground.isInstalled ? 'home-screen' : 'unsupported'
  return ground.permission === 'denied' ? 'denied' : undefined
}

/** This window's. */
export function readGround(): PushGround {
  const hasNotifications = 'Notification' in window
  // An iPad says that it is a Mac, with fingers.
  const isApplePhone =
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  return {
    isSecureContext: window.isSecureContext,
    hasWorkers: 'serviceWorker' in navigator,
    hasPush: 'PushManager' in window,
    hasNotifications,
    permission: hasNotifications ? Notification.permission : undefined,
    isApplePhone,
    isInstalled: window.matchMedia('(display-mode: standalone)').matches,
  }
}
