// @vitest-environment node
import { afterEach, expect, test, vi } from 'vitest'
import { addressOf, announceReady } from '#sync-server/announce.ts'

afterEach(() => vi.restoreAllMocks())

function printed(host: string): string {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  announceReady(addressOf(host, 8080), host)
  return log.mock.calls.flat().join('\n')
}

test.each(['127.0.0.1', 'localhost', '::1'])(
  'a server of this machine alone, on %s, has one address and no advice',
  (host) => {
    expect(printed(host)).toMatch(/^\nEscale est prête\s: http:\/\/localhost:8080 \(Ctrl/)
  },
)

test.each(['0.0.0.0', '192.168.1.20'])(
  'a server that tablets reach, on %s, says that they need https',
  (host) => {
    expect(printed(host)).toContain('https')
  },
)
