import { cloneElement, createRef, type ReactElement } from 'react'
import { describe, expect, test } from 'vitest'
import { renderUnderGateway } from './underGateway.tsx'

type Options = {
  /** Puts the part where it belongs; it must show its element there. */
  within?: (part: ReactElement) => ReactElement
}

/** What every part of the kit must do, asserted once for all of them. */
export function describeConformance(name: string, element: ReactElement, { within = (part) => part }: Options = {}) {
  const show = (props: object) => renderUnderGateway(within(cloneElement(element, props)))

  describe(`${name}, conformance`, () => {
    test('behavior: forwards unknown props, class and style to its element', async () => {
      const { screen } = await show({ 'data-testid': 'part', lang: 'fr', className: 'mine', style: { color: 'red' } })
      const part = screen.getByTestId('part')
      await expect.element(part).toHaveAttribute('lang', 'fr')
      await expect.element(part).toHaveClass('mine')
      expect((part.element() as HTMLElement).style.color).toBe('red')
    })

    test('behavior: hands its element to the ref', async () => {
      const ref = createRef<HTMLElement>()
      const { screen } = await show({ ref, 'data-testid': 'part' })
      await expect.element(screen.getByTestId('part')).toBeInTheDocument()
      expect(ref.current).toBe(screen.getByTestId('part').element())
    })

    test('behavior: lets `render` replace the tag and keep the props', async () => {
      const { screen } = await show({ 'data-testid': 'part', render: <nav /> })
      await expect.element(screen.getByTestId('part')).toBeInTheDocument()
      expect(screen.getByTestId('part').element().tagName).toBe('NAV')
    })
  })
}
