/* What the people who look after a home ask of the server. It needs the network and says so. */
import type * as z from 'zod/mini'
import type { Result } from '#domain/shared/result.ts'
import { devicesResponse, quarantineResponse } from '#protocol/care.ts'
import type { Env } from './env.ts'
import { type RequestFailure, requestServer } from './request-server.ts'

export interface Care {
  devices(): Promise<Result<z.infer<typeof devicesResponse>, RequestFailure>>
  quarantine(): Promise<Result<z.infer<typeof quarantineResponse>, RequestFailure>>
}

/** The devices of the homes one looks after, and what others wrote that was set aside. */
export function createCare(env: Pick<Env, 'fetch'>, token: () => string): Care {
  const ask = <S extends z.ZodMiniType>(path: string, answer: S) =>
    requestServer(env, { method: 'GET', path, token: token(), answer })
  return {
    devices: () => ask('/v1/devices', devicesResponse),
    quarantine: () => ask('/v1/quarantine', quarantineResponse),
  }
}
