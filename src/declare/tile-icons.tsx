import {
  Bandage,
  Bus,
  CircleQuestionMark,
  createLucideIcon,
  DoorOpen,
  Hand,
  HeartCrack,
  LifeBuoy,
  Lock,
  type LucideIcon,
  MessageSquareWarning,
  Pill,
  ShieldAlert,
  Users,
  Utensils,
  Wrench,
} from 'lucide-react'

/** A person losing balance: lucide has none. Drawn on the same grid. */
const Fall = createLucideIcon('fall', [
  ['circle', { cx: '17.6', cy: '8.2', r: '2.2', key: 'head' }],
  ['path', { d: 'm14.6 10.6-5 2.6 1.6 4.6-4 1.6', key: 'leg' }],
  ['path', { d: 'm9.6 13.2-5.4-1.4', key: 'other-leg' }],
  ['path', { d: 'm13.4 11.3 2 4.4 3-.4', key: 'arm' }],
  ['path', { d: 'M3 21.5h18', key: 'ground' }],
  ['path', { d: 'm9.5 3.5 1.6 2.2M13.4 2.5l.6 2.4', key: 'air' }],
])

/** Pictograms named by the form, for the ones the declaration uses. */
const ICONS: Readonly<Record<string, LucideIcon>> = {
  fall: Fall,
  pill: Pill,
  bandage: Bandage,
  'shield-alert': ShieldAlert,
  'door-open': DoorOpen,
  utensils: Utensils,
  wrench: Wrench,
  users: Users,
  'heart-crack': HeartCrack,
  hand: Hand,
  lock: Lock,
  'message-warning': MessageSquareWarning,
  bus: Bus,
  'circle-help': CircleQuestionMark,
  'life-buoy': LifeBuoy,
}

export function TileIcon({ name }: { name: string | undefined }) {
  const Icon = ICONS[name ?? ''] ?? CircleQuestionMark
  return <Icon />
}
