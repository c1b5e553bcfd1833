'use client'
import { Group } from '@visx/group'
import { type PointerEvent, type ReactNode, useId } from 'react'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useChartContext } from '../ChartContext.ts'
import { ChartData } from '../focus/ChartData.tsx'
import { FocusRing } from '../focus/FocusRing.tsx'
import { Tooltip } from '../focus/Tooltip.tsx'
import { useMarkFocus } from '../focus/useMarkFocus.ts'
import { markAt } from '../layout/markAt.ts'
import type { Mark } from '../layout/marks.ts'
import { svgCss } from '../save/svgCss.ts'
import styles from './surface.module.css'

type SurfaceProps = {
  height: number
  marks: readonly Mark[]
  /** What lies under the marks: axes, lines, names. */
  background?: ReactNode
  /** What is written over the marks. */
  foreground?: ReactNode
  /** Draws one mark. */
  children: (index: number) => ReactNode
}

/** The drawing, whose marks are reached by pointer and keyboard, said aloud, and listed as a table after it. */
export function Surface({ height, marks, background, foreground, children }: SurfaceProps) {
  const { messages } = useKit()
  const { frame, title, kindText, onOpenRecord, svgRef } = useChartContext()
  const id = useId()
  const open = ({ record }: Mark) => record && onOpenRecord?.(record)
  const focus = useMarkFocus({ marks, rightToLeft: frame.rightToLeft, svgRef, open })
  const active = focus.active === undefined ? undefined : marks[focus.active]

  function meant({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement> | React.MouseEvent<SVGSVGElement>) {
    const { left, top, width } = currentTarget.getBoundingClientRect()
    const scale = frame.width / (width || 1)
    return markAt(marks, (clientX - left) * scale, (clientY - top) * scale)
  }

  return (
    <div className={css(styles.surface)} style={{ blockSize: height }}>
      {/* biome-ignore lint/a11y/useSemanticElements: no element groups the shapes of a drawing */}
      <svg
        ref={svgRef}
        role="group"
        aria-label={`${title}, ${kindText}`}
        aria-describedby={`${id}-help`}
        aria-details={`${id}-data`}
        viewBox={`0 0 ${frame.width} ${height}`}
        className={svgCss(styles.drawing)}
        style={{ inlineSize: '100%', blockSize: height }}
        data-opens={(active?.record && onOpenRecord && true) || undefined}
        onKeyDown={focus.onKeyDown}
        onPointerMove={(event) => focus.point(meant(event))}
        onPointerLeave={() => focus.point(undefined)}
        onClick={(event) => {
          // A press of assistive technology has no place, but it has a mark.
          const own = (event.target as Element).closest<SVGElement>('[data-mark]')?.dataset.mark
          const mark = marks[own === undefined ? (meant(event) ?? -1) : Number(own)]
          if (mark) open(mark)
        }}
      >
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus */}
        <g aria-hidden="true">{background}</g>
        {marks.map((mark, index) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is what a mark is
            key={index}
            {...focus.targetProps(index)}
            role={mark.record && onOpenRecord ? 'button' : 'img'}
            aria-label={mark.label}
            data-active={focus.active === index || undefined}
            className={svgCss(styles.mark)}
          >
            {children(index)}
            <FocusRing mark={mark} />
          </Group>
        ))}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus */}
        <g aria-hidden="true">{foreground}</g>
      </svg>
      {active && <Tooltip mark={active} width={frame.width} />}
      <span role="status" className={css(kitStyles.hidden)}>
        {focus.focused?.facts.map(({ title: name, text }) => `${name} ${text}`).join(', ')}
      </span>
      <span id={`${id}-help`} className={css(kitStyles.hidden)}>
        {messages.chartHelp}
      </span>
      <ChartData id={`${id}-data`} marks={marks} title={title} />
    </div>
  )
}
