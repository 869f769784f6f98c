// @vitest-environment node
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { SECURITY_HEADERS } from '#sync-server/http/security-headers.ts'
import { serveApp } from '#sync-server/http/serve-app.ts'

test('only the reader of codes may compile wasm, and only in its own worker', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'escale-app-'))
  await mkdir(join(folder, 'assets'))
  for (const name of ['index.html', 'assets/scan-worker-B1_x-9.js', 'assets/shell-B1.js']) {
    await writeFile(join(folder, name), 'x')
  }
  const app = fastify()
  await app.register(helmet, SECURITY_HEADERS)
  await serveApp(app, folder)
  const policyOf = async (url: string) => {
    const { headers, statusCode } = await app.inject({ method: 'GET', url })
    expect(statusCode).toBe(200)
    return String(headers['content-security-policy'])
  }
  expect(await policyOf('/assets/scan-worker-B1_x-9.js')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  )
  for (const url of ['/', '/rendez-vous/scanner', '/assets/shell-B1.js']) {
    expect(await policyOf(url)).toContain("script-src 'self';")
    expect(await policyOf(url)).not.toContain('wasm')
  }
  await app.close()
  await rm(folder, { recursive: true, force: true })
})
