import { isQuestionId } from '#domain/form/question-id.ts'

/** Gives names of a foreign form ids that Escale can store (`isQuestionId`), each once. */
export class FreshIds {
  private readonly taken = new Set<string>()

  /** The name itself when it will do and is free; the nearest to it else. */
  take(name: string, fallback: string): string {
    const wanted = fitted(name) || fitted(fallback) || 'q'
    let id = wanted
    for (let count = 2; this.taken.has(id.toLowerCase()); count += 1) {
      id = `${wanted.slice(0, 42)}_${count}`
    }
    this.taken.add(id.toLowerCase())
    return id
  }
}

function fitted(name: string): string {
  if (isQuestionId(name)) return name
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_~-]+/g, '_')
    .replace(/^[^A-Za-z0-9]+|_+$/g, '')
    .slice(0, 48)
  return isQuestionId(plain) ? plain : ''
}
