import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig } from 'vite'

export default {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-vitest', 'msw-storybook-addon'],
  staticDirs: ['./public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // "use client" means nothing here, and one warning for each file hides the warnings that do.
  viteFinal: (config) =>
    mergeConfig(config, { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } }),
} satisfies StorybookConfig
