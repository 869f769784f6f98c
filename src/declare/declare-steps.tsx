import type { IntakePlace } from '#protocol/intake.ts'
import { ContextBar } from './context-bar.tsx'
import { DetailsStep } from './details-step.tsx'
import { type Draft, STEPS } from './draft.ts'
import { FamilyStep } from './family-step.tsx'
import { GravityStep } from './gravity-step.tsx'
import { IdentityStep } from './identity-step.tsx'
import { StepLine } from './step-line.tsx'
import type { StepProps } from './step-props.ts'
import type { DeclarationFlow } from './use-declaration.ts'

/** The four stops. Back from the first one is the question of danger. */
export function DeclareSteps({
  flow,
  draft,
  place,
  places,
}: {
  flow: DeclarationFlow
  draft: Draft
  place: IntakePlace
  places: ReadonlyMap<string, IntakePlace>
}) {
  const at = STEPS.indexOf(draft.step)
  const move = (by: 1 | -1) => {
    const step = STEPS[at + by]
    if (step) flow.change({ step })
    else flow.goTo('danger')
  }
  const props: StepProps = {
    draft,
    top: (
      <>
        <ContextBar draft={draft} place={place} places={places} flow={flow} />
        <StepLine here={draft.step} />
      </>
    ),
    onAnswer: (question, value) =>
      flow.change({ answers: { ...draft.answers, [question]: value } }),
    onBack: () => move(-1),
    onNext: () => move(1),
  }
  switch (draft.step) {
    case 'what':
      return (
        <FamilyStep
          {...props}
          kind={place.siteKind}
          onPick={(family) =>
            flow.change({ answers: { ...draft.answers, family }, step: 'gravity' })
          }
        />
      )
    case 'gravity':
      return <GravityStep {...props} />
    case 'details':
      return (
        <DetailsStep
          {...props}
          failure={flow.failure}
          onPhoto={(photo) => flow.change({ photo })}
        />
      )
    case 'you':
      return <IdentityStep {...props} flow={flow} />
  }
}
