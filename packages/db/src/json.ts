import type { Prisma } from './generated/client/client.ts'

/** A value as a JSON column takes it; what JSON cannot hold is dropped as JSON.stringify does. */
export function toJson(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject
}
