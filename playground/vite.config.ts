import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  clearScreen: false,
  // These load on first use; bundled beforehand, the first question does not make the page reload.
  optimizeDeps: {
    include: ['@lakefront/client > @modelcontextprotocol/client', '@lakefront/client > @uwdata/flechette'],
  },
})
