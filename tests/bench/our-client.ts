/* The app's own data layer, as `main.tsx` opens it. */
import Dexie from 'dexie'
import { keepCredential } from '#data/enrol.ts'
import { browserEnv } from '#data/env.ts'
import { openWorkspace } from '#data/open-workspace.ts'
import type { Profile, Workspace } from '#data/workspace.ts'
import { RECORD_CLASSES, type RecordType } from '#domain/record-types.ts'
import { recordId } from '#domain/shared/ids.ts'
import type { BenchClient } from './bench-client.ts'

export function createOurClient(
  profile: Profile,
  { token, epoch }: { readonly token: string; readonly epoch: string },
): BenchClient {
  let isListening = true
  const env = { ...browserEnv(), isOnScreen: () => isListening }
  let workspace: Workspace | undefined

  const opened = () => {
    if (!workspace) throw new Error('Not open')
    return workspace
  }

  const isShown = (id: string, text: string) =>
    opened().replica.get(recordId(id))?.fields.note === text

  /** The replica changes after the transaction: what it shows is on disk. */
  function shown(id: string, text: string): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isShown(id, text)) return
        stop()
        resolve()
      }
      const stop = opened().replica.subscribe(look)
      look()
    })
  }

  return {
    async reset() {
      workspace?.close()
      await Dexie.delete(`escale-${profile.device}`)
      await keepCredential(profile, { token, epoch }, env)
      workspace = await openWorkspace(profile, env)
    },
    async open() {
      workspace ??= await openWorkspace(profile, env)
    },
    async close() {
      workspace?.close()
      workspace = undefined
    },
    async sync() {
      const { sync } = opened()
      await sync.now()
      const { round, waiting, setAside } = sync.status()
      if (round.kind === 'failed') throw new Error(`round: ${round.error}`)
      if (waiting.length > 0 || setAside.length > 0) throw new Error('not all was taken')
    },
    async edit(id, text) {
      await opened().writer.set(recordId(id), { note: text })
    },
    async count() {
      const { replica } = opened()
      let all = 0
      for (const type of Object.keys(RECORD_CLASSES) as RecordType[]) {
        for (const statuses of replica.counts(type).values()) {
          for (const count of Object.values(statuses)) all += count
        }
      }
      return all
    },
    async recent({ scope, status }, limit) {
      const found = opened().replica.latest({ type: 'adverse-event', scope, status }, limit)
      return found.map(({ id, fields }) => `${id} ${String(fields['answers.facts'])}`)
    },
    async group(scopes, statuses) {
      const counts = opened().replica.counts('adverse-event')
      let all = 0
      for (const scope of scopes) {
        for (const status of statuses) all += counts.get(scope)?.[status] ?? 0
      }
      return all
    },
    async syncUntil(id, text) {
      const ended = opened().sync.now()
      await Promise.race([shown(id, text), ended])
      if (!isShown(id, text)) throw new Error(`The change of ${id} did not come`)
      return { ended }
    },
    heard: (id, text) => shown(id, text),
    async listen(isOn) {
      isListening = isOn
      await opened().sync.now()
    },
  }
}
