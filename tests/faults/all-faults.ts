import type { Fault } from './fault.ts'
import { convergence } from './t01-convergence.ts'
import { fullStack } from './t02-full-stack.ts'
import { killedServer } from './t03-killed-server.ts'
import { everyByte } from './t04-every-byte.ts'
import { batches } from './t05-batches.ts'
import { corruption } from './t06-corruption.ts'
import { hostile } from './t07-hostile.ts'
import { clocks } from './t08-clocks.ts'
import { realTabs } from './t09-tabs.ts'
import { killedBrowser } from './t10-killed-browser.ts'
import { fullDisk } from './t11-full-disk.ts'
import { lostDisk } from './t12-lost-disk.ts'
import { evicted } from './t13-evicted.ts'
import { versions } from './t14-versions.ts'
import { scopes } from './t15-scopes.ts'
import { hiddenRows } from './t16-hidden-rows.ts'
import { copied } from './t17-copied.ts'
import { restored } from './t18-restored.ts'
import { powerCut } from './t19-power-cut.ts'
import { failingDisk } from './t20-failing-disk.ts'
import { racingCursor } from './t21-racing-cursor.ts'
import { photos } from './t22-photos.ts'
import { poorNetwork } from './t23-poor-network.ts'
import { soak } from './t24-soak.ts'

/** In the order of docs/campaign.md. */
export const ALL_FAULTS: readonly Fault[] = [
  convergence,
  fullStack,
  killedServer,
  everyByte,
  batches,
  corruption,
  hostile,
  clocks,
  realTabs,
  killedBrowser,
  fullDisk,
  lostDisk,
  evicted,
  versions,
  scopes,
  hiddenRows,
  copied,
  restored,
  powerCut,
  failingDisk,
  racingCursor,
  photos,
  poorNetwork,
  soak,
]
