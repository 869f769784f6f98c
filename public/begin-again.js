// Before anything of the app is there: when its first files do not come (the worker that serves them was
// stopped, the network dropped one), the page is opened again, a little later each time. A classic script of
// its own: what did not come cannot say so itself.
{
  const TRIES = 'escale.tries'
  const MOST_TRIES = 5
  const isOurs = ({ target }) =>
    (target instanceof HTMLScriptElement && target.type === 'module') ||
    (target instanceof HTMLLinkElement && target.rel === 'stylesheet')
  const openAgain = (event) => {
    if (!isOurs(event)) return
    stopListening()
    const tries = triesSoFar() + 1
    if (keepTries(tries) && tries < MOST_TRIES) {
      setTimeout(() => location.reload(), 200 * 2 ** tries)
      return
    }
    keepTries(0)
    document.getElementById('unopened')?.removeAttribute('hidden')
  }
  const isOpen = (event) => {
    if (!(event.target instanceof HTMLScriptElement) || event.target.type !== 'module') return
    stopListening()
    keepTries(0)
  }
  // A browser that keeps nothing cannot count: the page is not opened again, for it would be for ever.
  function triesSoFar() {
    try {
      return Number(sessionStorage.getItem(TRIES))
    } catch {
      return MOST_TRIES
    }
  }
  function keepTries(tries) {
    try {
      sessionStorage.setItem(TRIES, String(tries))
      return true
    } catch {
      return false
    }
  }
  // Once it is open, it asks for its pieces itself (src/ask-again.ts).
  function stopListening() {
    removeEventListener('error', openAgain, true)
    removeEventListener('load', isOpen, true)
  }
  addEventListener('error', openAgain, true)
  addEventListener('load', isOpen, true)
}
