import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { Site } from '#domain/site/site.ts'
import { declarePath } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { Sheet } from '#ui/sheet.tsx'
import styles from './round.module.css'

/** Opens the declaration for a unit of this home; asks which one when there are several. */
export function DeclareButton({ site }: { site: Site }) {
  const { t } = useTranslation('tour')
  const { profile } = useWorkspace()
  const [isOpen, setOpen] = useState(false)
  const posters = profile.posters.filter((poster) => poster.site === site.id)
  const [first, ...others] = posters
  if (!first) return null
  if (others.length === 0) {
    return (
      <ButtonLink icon={Megaphone} href={`${declarePath}#${first.token}`}>
        {t('declare')}
      </ButtonLink>
    )
  }
  return (
    <>
      <Button icon={Megaphone} onClick={() => setOpen(true)}>
        {t('declare')}
      </Button>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} title={t('declareTitle')}>
        <div className={styles.choices}>
          {posters.map(({ unit, unitName, token }) => (
            <ButtonLink key={unit} size="big" wide href={`${declarePath}#${token}`}>
              {unitName}
            </ButtonLink>
          ))}
        </div>
      </Sheet>
    </>
  )
}
