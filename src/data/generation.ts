/*
 * Sequences of the server put in order across a restore. A backup put back counts again from an
 * older number: sequence 40 of after may hold less than sequence 40 of before. Each time a bucket is
 * read anew its generation grows, and every sequence kept on this device carries the generation it
 * was received in, so that a later reading is always the greater number, whatever the server counts.
 */

/** Above any sequence a bucket will reach; 8,192 generations fit in an exact number. */
const REACH = 2 ** 40

/** A sequence as this device keeps it. Generation 0, the life of most devices, changes nothing. */
export function liftSeq(generation: number, seq: number): number {
  return generation * REACH + seq
}

/** The reading in which a kept sequence was received. */
export function generationOf(keptSeq: number): number {
  return Math.floor(keptSeq / REACH)
}
