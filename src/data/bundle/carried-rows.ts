/*
 * What is carried for others, in a table of its own: no operation of this device, no record, nothing
 * it can read. States of a row: `waiting` until the server answered; then `receipt` (a bundle, whose
 * bytes become the receipt to bring back) or `received` (an envelope); or `refused`, kept and said.
 */
import * as z from 'zod/mini'
import { envelope } from '#protocol/intake.ts'
import { type Bytes, bundleHeader } from '#protocol/sealed-file.ts'
import type { CarriedRow } from '../db.ts'
import type { LocalStore } from '../local-state.ts'
import type { Sealer } from '../sealer.ts'

const carriedValue = z.union([
  z.object({
    kind: z.literal('bundle'),
    header: bundleHeader,
    state: z.enum(['waiting', 'refused', 'receipt']),
  }),
  z.object({
    kind: z.literal('envelope'),
    token: z.string(),
    envelope,
    state: z.enum(['waiting', 'refused', 'received']),
  }),
])
export type CarriedValue = z.infer<typeof carriedValue>

export interface CarriedItem {
  readonly id: string
  readonly value: CarriedValue
  readonly bytes: Bytes
}

/** Everything carried, in no order. */
export async function readCarried({ gateway, sealer }: LocalStore): Promise<CarriedItem[]> {
  const rows = await gateway.withDb((db) => db.carried.toArray())
  return Promise.all(rows.map((row) => openRow(sealer, row)))
}

/** Keeps an item, in place of the one of the same id. */
export async function keepCarried({ gateway, sealer }: LocalStore, item: CarriedItem) {
  const place = `carried/${item.id}`
  const row: CarriedRow = {
    id: item.id,
    sealed: await sealer.seal(item.value, place),
    bytes: await sealer.sealBytes(item.bytes.slice().buffer, place),
  }
  await gateway.withDb((db) => db.carried.put(row))
}

async function openRow(sealer: Sealer, { id, sealed, bytes }: CarriedRow): Promise<CarriedItem> {
  const place = `carried/${id}`
  return {
    id,
    value: carriedValue.parse(await sealer.open(sealed, place)),
    bytes: new Uint8Array(await sealer.openBytes(bytes, place)),
  }
}
