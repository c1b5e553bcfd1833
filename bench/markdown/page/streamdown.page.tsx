import { Streamdown } from 'streamdown'
import { exposeRenderer } from './markdownPage.tsx'

// As its documentation shows it, without the plugins that colour code and draw diagrams.
exposeRenderer(({ text, isGrowing }) => (
  <div style={{ inlineSize: 640 }}>
    <Streamdown isAnimating={isGrowing}>{text}</Streamdown>
  </div>
))
