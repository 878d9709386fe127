import { randomFillSync } from 'node:crypto'

// Randomness is drawn for many ids at once: asking for it costs more than the id.
const ID_BYTES = 16
const drawn = Buffer.alloc(ID_BYTES * 256)
let used = drawn.length
let lastMillisecond = 0
let counter = 0

/**
 * A new UUIDv7: 48 bits of time, then a 12-bit counter that keeps ids of one process in order within a
 * millisecond, then 62 random bits.
 */
export function newId(now = Date.now()): string {
  const bytes = randomBytesOfOne()
  if (now > lastMillisecond) {
    lastMillisecond = now
    counter = bytes.readUInt16BE(6) & 0x07ff
  } else if (++counter > 0x0fff) {
    lastMillisecond++
    counter = 0
  }
  bytes.writeUIntBE(lastMillisecond, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function randomBytesOfOne(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += ID_BYTES
  return drawn.subarray(used - ID_BYTES, used)
}
