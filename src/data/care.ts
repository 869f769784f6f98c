/* What the people who look after a home ask of the server. It needs the network and says so. */
import type * as z from 'zod/mini'
import type { Result } from '#domain/shared/result.ts'
import { devicesResponse, quarantineResponse } from '#protocol/care.ts'
import type { RequestFailure } from './request-server.ts'

/** Asks the server as this device, with its credential. */
export type Ask = <S extends z.ZodMiniType>(
  path: string,
  answer: S,
) => Promise<Result<z.infer<S>, RequestFailure>>

export interface Care {
  devices(): Promise<Result<z.infer<typeof devicesResponse>, RequestFailure>>
  quarantine(): Promise<Result<z.infer<typeof quarantineResponse>, RequestFailure>>
}

/** The devices of the homes one looks after, and what others wrote that was set aside. */
export function createCare(ask: Ask): Care {
  return {
    devices: () => ask('/v1/devices', devicesResponse),
    quarantine: () => ask('/v1/quarantine', quarantineResponse),
  }
}
