export interface Room {
  about: string
  pure?: boolean
  may: string[]
}

export function drawRooms(rooms: Record<string, Room>, tops: Record<string, { about: string }>): string
