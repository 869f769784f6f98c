import { lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from 'react'
import { CallScreen } from './call-screen.tsx'
import { DangerScreen } from './danger-screen.tsx'
import { DeclareSteps } from './declare-steps.tsx'
import { STEPS } from './draft.ts'
import { NoPlaceScreen } from './no-place-screen.tsx'
import type { Phone } from './phone.ts'
import { ReceiptScreen } from './receipt-screen.tsx'
import { type DeclarationFlow, type Opened, useDeclaration } from './use-declaration.ts'
import { usePlace } from './use-place.ts'
import { useStepHistory } from './use-step-history.ts'

// QR codes weigh 8 kB that most declarations never need.
const HandOverScreen = lazy(async () => ({
  default: (await import('./hand-over/hand-over-screen.tsx')).HandOverScreen,
}))

const AnswerScreen = lazy(async () => ({
  default: (await import('./answer/answer-screen.tsx')).AnswerScreen,
}))

/** The ward phone: finds its wall, then runs one declaration after the other. */
export function DeclareApp({ phone, scanned }: { phone: Phone; scanned: string }) {
  const { start, retry } = usePlace(phone, scanned)
  if (start.kind === 'loading') return null
  if (start.kind !== 'ready') return <NoPlaceScreen reason={start.kind} onRetry={retry} />
  return <DeclareHere phone={phone} opened={start} />
}

function DeclareHere({ phone, opened }: { phone: Phone; opened: Opened }) {
  const flow = useDeclaration(phone, opened)
  const outbox = useSyncExternalStore(phone.outbox.subscribe, phone.outbox.state)
  const [isHandingOver, setHandingOver] = useState(false)
  useStepHistory(depthOf(flow), (depth) => goToDepth(flow, depth))
  if (!flow.place) return null
  const { place, receipt } = flow

  const handOver = (only?: string): ReactNode => (
    <Suspense>
      <HandOverScreen store={phone.store} only={only} onBack={() => setHandingOver(false)} />
    </Suspense>
  )

  if (flow.screen === 'call') {
    return (
      <CallScreen place={place} onBack={() => flow.goTo('danger')} onDone={() => flow.begin()} />
    )
  }
  if (flow.screen === 'read') {
    return (
      <Suspense>
        <AnswerScreen
          wall={{ token: flow.token, place }}
          phone={phone}
          onBack={() => flow.goTo('danger')}
        />
      </Suspense>
    )
  }
  if (flow.screen === 'steps' && flow.draft) {
    return <DeclareSteps flow={flow} draft={flow.draft} place={place} places={opened.places} />
  }
  if (flow.screen === 'receipt' && receipt) {
    if (isHandingOver) return handOver(receipt.envelope)
    return (
      <ReceiptScreen
        code={receipt.code}
        isReceived={outbox.received.has(receipt.envelope)}
        onHandOver={() => setHandingOver(true)}
        now={phone.now()}
        timeZone={place.timeZone}
        onNoted={flow.forget}
      />
    )
  }
  if (isHandingOver) return handOver()
  return (
    <DangerScreen
      flow={flow}
      place={place}
      places={opened.places}
      outbox={outbox}
      onHandOver={() => setHandingOver(true)}
    />
  )
}

/** How many times « Retour » leads from here to the question of danger. */
function depthOf({ screen, draft }: DeclarationFlow): number {
  if (screen === 'danger') return 0
  return screen === 'steps' && draft ? STEPS.indexOf(draft.step) + 1 : 1
}

function goToDepth(flow: DeclarationFlow, depth: number): boolean {
  // The code is shown once: only « J’ai noté mon code » leaves it.
  if (flow.screen === 'receipt') return false
  if (depth === 0) {
    flow.goTo('danger')
    return true
  }
  const step = STEPS[depth - 1]
  if (!flow.draft || !step) return false
  flow.change({ step })
  flow.goTo('steps')
  return true
}
