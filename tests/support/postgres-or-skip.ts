import { beforeEach, inject } from 'vitest'
import { NO_POSTGRES } from './postgres.ts'

beforeEach(({ skip }) => {
  skip(inject('postgresUrl') === undefined, NO_POSTGRES)
})
