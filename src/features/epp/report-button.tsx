import { useTranslation } from 'react-i18next'
import { useRecords, useToday, useWorkspace } from '#data/stores-context.ts'
import { textField } from '#domain/shared/json.ts'
import { PdfButton } from '#ui/form/pdf-button.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'
import { answersByFile } from './cells.ts'
import { roundName } from './round-name.ts'
import type { EppContext, Round } from './use-epp.ts'

interface ReportButtonProps {
  readonly context: EppContext
  readonly round: Round
}

/** The report of a round, with its gain on the round before. */
export function ReportButton({ context, round }: ReportButtonProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const language = useLanguage()
  const today = useToday()
  const { profile } = useWorkspace()
  const people = useRecords('person')
  const { form, site, previous, actions } = context
  const { author } = round.filling
  const person = people.find(({ id }) => `${id}` === author)
  const known = author === profile.person.id ? profile.person.name : ''
  const toPrint = ({ filling, files, protocol, naReasons }: Round) => ({
    filling,
    files: answersByFile(filling, files),
    protocol,
    naReasons,
  })
  return (
    <PdfButton
      label={t('report')}
      subject={text(form.title)}
      nameParts={['EPP', form.code, site.name, roundName(t, round.filling.round), today]}
      make={async () => {
        const { eppReport } = await import('#reports/epp-report.ts')
        return eppReport({
          site,
          form,
          round: toPrint(round),
          ...(previous ? { previous: toPrint(previous) } : {}),
          actions,
          authorName: person ? textField(person.fields, 'name') : known,
          today,
          language,
        })
      }}
    />
  )
}
