import '@fontsource-variable/inter'
import '@lakefront/ui/styles.css'
import './preview.css'
import type { Preview } from '@storybook/react-vite'
import { mswLoader } from 'msw-storybook-addon/csf3'
import { configure } from 'storybook/test'

// How long a `findBy…` waits at most: a second is too short for a cold start on a busy machine.
configure({ asyncUtilTimeout: 5_000 })

export default {
  loaders: [mswLoader()],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
  globalTypes: {
    theme: {
      description: 'Colour theme',
      toolbar: {
        title: 'Theme',
        icon: 'circlehollow',
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
  decorators: [
    (renderStory, { globals }) => {
      const { documentElement } = document
      documentElement.dataset.theme = globals.theme
      documentElement.style.colorScheme = globals.theme
      documentElement.dir = globals.direction
      return renderStory()
    },
  ],
} satisfies Preview
