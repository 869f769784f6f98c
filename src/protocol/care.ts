/* What the people who look after a home ask of the server: its devices, and what it set aside. */
import * as z from 'zod/mini'
import { ROLES } from '#domain/rights/rights.ts'
import { QUARANTINE_REASONS } from './errors.ts'

/** A device and how far the server stands with it. */
export const caredDevice = z.object({
  device: z.string(),
  /** Whose it is: told to the porteur alone, who may revoke it. */
  person: z.optional(z.string()),
  label: z.string(),
  role: z.enum(ROLES),
  sites: z.array(z.string()),
  /** Epoch ms, to within a few minutes; absent before its first round. */
  lastContactAt: z.optional(z.number()),
  /** Operations it declared and that the server does not hold: still on it, or lost. */
  missing: z.int(),
  revoked: z.boolean(),
})
export type CaredDevice = z.infer<typeof caredDevice>

/** `GET /v1/devices`: those of the people of one's homes; all of them for the porteur. */
export const devicesResponse = z.object({ devices: z.array(caredDevice) })

/** An operation of someone else that the server set aside. */
export const quarantinedItem = z.object({
  op: z.string(),
  reason: z.enum(QUARANTINE_REASONS),
  receivedAt: z.number(),
  label: z.string(),
  role: z.optional(z.enum(ROLES)),
  /** Only for who may read where it was meant to go. */
  content: z.optional(
    z.object({
      rec: z.string(),
      type: z.string(),
      bucket: z.string(),
      fields: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type QuarantinedItem = z.infer<typeof quarantinedItem>

/** `GET /v1/quarantine`. Ended by an operation `settle`, so that who ended it lies in the log. */
export const quarantineResponse = z.object({ items: z.array(quarantinedItem) })
