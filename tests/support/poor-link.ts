import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface LinkTraits {
  /** The server behind the link, on this machine. */
  readonly targetPort: number
  /** Of the whole link, each way; no limit when absent. */
  readonly bitsPerSecond?: number
  /** Share of packets lost, 0 to 1. TCP sends them again: they cost their room twice, and a stall. */
  readonly lossRate?: number
  /** Round trip, ms: half of it each way, and the stall of a lost packet. */
  readonly rttMs?: number
  /** Of the losses: the same seed loses the same packets. */
  readonly seed?: number
}

export type Way = 'up' | 'down'

/** A link that can be slow, lossy and cut, between a device and a real server. */
export interface PoorLink {
  readonly port: number
  readonly url: string
  /** Bytes that crossed since the start, headers included, retransmissions of TCP left out. */
  crossed(way: Way): number
  /** Breaks every connection now; what had not crossed is lost. */
  cut(): void
  /** Lets exactly so many more bytes cross one way, then cuts, once. */
  cutAfter(way: Way, bytes: number): void
  /** As `cutAfter`, again and again, the bytes to the next cut told each time. */
  cutEvery(way: Way, bytes: () => number): void
  /** Cuts so far by `cutAfter` and `cutEvery`. */
  cuts(): number
  /** While true every connection is refused. */
  down: boolean
  close(): Promise<void>
}

const PACKET_BYTES = 1_460
/** Beyond it the sender is not read: what waits here has not crossed. */
const QUEUE_BYTES = 8 * PACKET_BYTES

/** Opens a link of the traits told on a free port of this machine. */
export async function openPoorLink(traits: LinkTraits): Promise<PoorLink> {
  const sockets = new Set<Socket>()
  const random = randomFrom(traits.seed ?? 1)
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  const ways = { up: createWay(traits, random, cut), down: createWay(traits, random, cut) }

  const server = createServer((near) => {
    if (link.down) {
      near.destroy()
      return
    }
    const far = connect({ host: '127.0.0.1', port: traits.targetPort })
    for (const [socket, other, way] of [
      [near, far, ways.up],
      [far, near, ways.down],
    ] as const) {
      sockets.add(socket)
      socket.on('data', way.carry(socket, other))
      socket.on('end', () => way.carryEnd(other))
      // A connection cut by the link is what it is for.
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        // One that ended well is ended on the other side too, after what is still on its way.
        if (!socket.readableEnded) other.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  const link: PoorLink = {
    port,
    url: `http://127.0.0.1:${port}`,
    crossed: (way) => ways[way].crossed(),
    cut,
    cutAfter: (way, bytes) => ways[way].cutAfter(bytes),
    cutEvery: (way, bytes) => ways[way].cutEvery(bytes),
    cuts: () => ways.up.cuts() + ways.down.cuts(),
    down: false,
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
  return link
}

/** One way of the link: its packets leave one after the other, whatever the connection. */
function createWay(
  { bitsPerSecond = Number.POSITIVE_INFINITY, lossRate = 0, rttMs = 0 }: LinkTraits,
  random: () => number,
  cut: () => void,
) {
  let crossed = 0
  let cutAt = Number.POSITIVE_INFINITY
  let cuts = 0
  let toNextCut = () => Number.POSITIVE_INFINITY
  let freeAt = 0
  // Timers may fire out of order by a millisecond; packets may not.
  const crossing: (() => void)[] = []

  /** When a packet of this size reaches the other end. */
  function arrivalOf(bytes: number): number {
    const roomMs = (bytes * 8_000) / bitsPerSecond
    const lost = random() < lossRate
    freeAt = Math.max(freeAt, performance.now()) + roomMs + (lost ? rttMs + roomMs : 0)
    return freeAt + rttMs / 2
  }

  function deliver(packet: Buffer, to: Socket): void {
    if (to.destroyed) return
    const allowed = packet.subarray(0, Math.max(0, cutAt - crossed))
    crossed += allowed.length
    if (crossed < cutAt) {
      to.write(allowed)
      return
    }
    cutAt = crossed + toNextCut()
    cuts++
    if (allowed.length > 0) to.write(allowed, cut)
    else cut()
  }

  return {
    crossed: () => crossed,
    cuts: () => cuts,
    cutAfter(bytes: number) {
      cutAt = crossed + bytes
      toNextCut = () => Number.POSITIVE_INFINITY
    },
    cutEvery(bytes: () => number) {
      cutAt = crossed + bytes()
      toNextCut = bytes
    },
    carryEnd(to: Socket) {
      crossing.push(() => to.end())
      const arrival = Math.max(freeAt, performance.now()) + rttMs / 2
      setTimeout(() => crossing.shift()?.(), arrival - performance.now())
    },
    carry: (from: Socket, to: Socket) => {
      let waiting = 0
      return (data: Buffer) => {
        for (let at = 0; at < data.length; at += PACKET_BYTES) {
          const packet = data.subarray(at, at + PACKET_BYTES)
          waiting += packet.length
          crossing.push(() => {
            waiting -= packet.length
            deliver(packet, to)
            if (waiting < QUEUE_BYTES && from.isPaused()) from.resume()
          })
          setTimeout(() => crossing.shift()?.(), arrivalOf(packet.length) - performance.now())
        }
        if (waiting >= QUEUE_BYTES) from.pause()
      }
    },
  }
}

/** Numbers from 0 to 1 that a seed replays (Park and Miller, 1988). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
