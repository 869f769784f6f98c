import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { paths } from '#src/paths.ts'
import type { Place } from './places.ts'

interface PlaceLinkProps {
  readonly place: Place
  readonly withIcon?: boolean
}

export function PlaceLink({ place, withIcon = false }: PlaceLinkProps) {
  const { t } = useTranslation('shell')
  const { path, text, icon: Icon, isOutside = false } = place
  const content = (
    <>
      {withIcon && <Icon />}
      <span>{t(text)}</span>
    </>
  )
  if (isOutside) return <a href={path}>{content}</a>
  return (
    <NavLink to={path} end={path === paths.home()}>
      {content}
    </NavLink>
  )
}
