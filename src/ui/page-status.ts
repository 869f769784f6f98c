import { createContext, type ReactNode } from 'react'

/** The status line of the shell, lent to inner pages that cover the top bar on a tablet. */
export const PageStatus = createContext<ReactNode>(null)
