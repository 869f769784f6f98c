import { readAction } from '../action-plan/action.ts'
import { gravityOf, readAdverseEvent } from '../adverse-event/adverse-event.ts'
import { readFilling } from '../filling/filling.ts'
import { findForm } from '../form/library/find-form.ts'
import { publishedForm } from '../grid/form-shelf.ts'
import type { RecordType } from '../record-types.ts'
import type { Fields } from '../shared/json.ts'
import { readVisit } from '../site/visit.ts'
import type { Figure } from './figure.ts'
import { sourcesOfFigure } from './figure-sources.ts'
import { fillingFigure } from './filling-figure.ts'

/** Numbering of a HAS critère: anything else in that field is somebody's text and stays out. */
const IMPERATIF = /^\d\.\d{1,2}\.\d{1,2}$/

/**
 * What the porteur may read of a record: codes, days and numbers, and not a word of text, whatever
 * the fields hold (R-FIG-1). Undefined for a type that has no figure. Codes are read through their
 * lists, so a text slipped into a code field comes out as the fallback.
 *
 * `publication` is the record (type `grid-version`) named by the `edition` of a filling; without it the
 * filling keeps its place in the counts, with no score.
 */
export function projectFigure(
  type: RecordType,
  shown: Fields,
  publication?: Fields,
): Figure | undefined {
  const fields = sourcesOfFigure(type, shown)
  switch (type) {
    case 'audit':
    case 'epp':
    case 'tracer':
      return {
        type: 'filling-figure',
        fields: fillingFigure(type, fields, formOf(fields, publication)),
      }
    case 'action':
      return { type: 'action-figure', fields: actionFigure(fields) }
    case 'adverse-event':
      return { type: 'event-figure', fields: eventFigure(fields) }
    case 'visit':
      return { type: 'visit-figure', fields: visitFigure(fields) }
    default:
      return undefined
  }
}

function formOf(fields: Fields, publication: Fields | undefined) {
  const { form, formVersion, edition } = readFilling('', '', fields)
  if (edition === '') return findForm(form, formVersion)
  return publication && publishedForm(publication)
}

function actionFigure(fields: Fields): Fields {
  const action = readAction('', '', fields)
  return {
    status: action.status,
    dueOn: action.dueOn ?? null,
    createdOn: action.createdOn ?? null,
    doneOn: action.doneOn ?? null,
    source: action.source,
    imperatif: IMPERATIF.test(action.imperatif) ? action.imperatif : null,
  }
}

function eventFigure(fields: Fields): Fields {
  const event = readAdverseEvent('', '', fields)
  return {
    status: event.status,
    gravity: gravityOf(event),
    nearMiss: event.perceivedGravity === 'near-miss',
    family: event.family,
    declaredOn: event.declaredOn ?? null,
    closedOn: event.closedOn ?? null,
    answered: event.answer !== '',
    answeredOn: event.answeredOn ?? null,
    identity: event.identity,
    duplicate: event.duplicateOf !== '',
  }
}

function visitFigure(fields: Fields): Fields {
  const visit = readVisit('', '', fields)
  return { day: visit.day ?? null, days: visit.days, status: visit.status }
}
