import { Component, type ReactNode } from 'react'
import { MissingPiece } from '#src/ask-again.ts'
import { ErrorScreen } from './error-screen.tsx'

interface ErrorBoundaryProps {
  /** When it changes (another address), the screen gets another chance. */
  readonly resetKey: string
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: unknown
  readonly failedAt: string | undefined
}

/** A bug ends here, on a page that says what is safe, and never on a white one. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined, failedAt: undefined }

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error ?? new Error('undefined was thrown') }
  }

  static getDerivedStateFromProps(
    { resetKey }: ErrorBoundaryProps,
    { error, failedAt }: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    if (error === undefined) return null
    if (failedAt === undefined) return { failedAt: resetKey }
    return failedAt === resetKey ? null : { error: undefined, failedAt: undefined }
  }

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <ErrorScreen
        error={error}
        onRetry={() =>
          // React asks for a piece once: only another page asks for one that did not come.
          error instanceof MissingPiece
            ? location.reload()
            : this.setState({ error: undefined, failedAt: undefined })
        }
      />
    )
  }
}
