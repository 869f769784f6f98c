import { codeOf, storageFault } from './storage-fault.ts'

/** Why the server cannot start, in one plain sentence of French: it is read in a terminal. */
export function startFault(error: unknown, place: { port: number; dataFolder: string }): string {
  const code = codeOf(error)
  if (code === 'EADDRINUSE') {
    return `Le port ${place.port} est déjà utilisé : fermez l’autre programme, ou choisissez un autre port avec PORT.`
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return 'L’adresse demandée dans HOST n’existe pas sur cette machine.'
  }
  return (
    storageFault(error, place.dataFolder) ??
    'Le serveur n’a pas pu démarrer, pour une raison inattendue.'
  )
}
