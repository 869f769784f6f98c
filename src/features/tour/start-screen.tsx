import { lazy } from 'react'
import { useWorkspace } from '#data/stores-context.ts'
import { RoundScreen } from './round-screen.tsx'

// The officer opens this page every morning: their screen comes with it, the others one file later.
const HomeScreen = lazy(async () => ({ default: (await import('./home-screen.tsx')).HomeScreen }))
const DeclarantScreen = lazy(async () => ({
  default: (await import('./declarant-screen.tsx')).DeclarantScreen,
}))

/** The start page of each role but the porteur, whose page is the dashboard. */
export function StartScreen() {
  const { role } = useWorkspace().profile.person
  if (role === 'officer') return <RoundScreen />
  if (role === 'declarant') return <DeclarantScreen />
  return <HomeScreen />
}
