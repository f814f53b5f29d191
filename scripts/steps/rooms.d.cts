import type { Room } from './drawRooms.mjs'

export const rooms: Record<string, Room>
export const tops: Record<string, { about: string }>
