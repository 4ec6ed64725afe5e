/** The schema of leadtrail.db, step by step. A step that was released is never edited: a change is a new step. */
import type { Migration } from '../migrate.ts'
import { first } from './0001-first.ts'
import { numbers } from './0002-numbers.ts'

export const migrations: readonly Migration[] = [first, numbers]
