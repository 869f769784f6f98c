import { useMemo } from 'react'
import type { Snapshot } from '#data/workspace.ts'
import { readNaReasons, readProtocol } from '#domain/epp/protocol.ts'
import { readFilling } from '#domain/filling/filling.ts'
import type { Fields } from '#domain/shared/json.ts'
import { useFieldsOf } from '#ui/form/use-same-fields.ts'
import { filesOf, type Round } from './use-epp.ts'

/** The round these fields say; its protocol and its reasons stay the same objects while an answer is given. */
export function useRound({ id, scope }: Snapshot, fields: Fields): Round {
  const ofProtocol = useFieldsOf(fields, 'protocol.')
  const ofReasons = useFieldsOf(fields, 'naReason.')
  const protocol = useMemo(() => readProtocol(ofProtocol), [ofProtocol])
  const naReasons = useMemo(() => readNaReasons(ofReasons), [ofReasons])
  return useMemo(
    () => ({
      filling: readFilling(id, scope, fields),
      files: filesOf(fields),
      protocol,
      naReasons,
    }),
    [id, scope, fields, protocol, naReasons],
  )
}
