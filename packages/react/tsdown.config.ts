import { library } from '../tsdown.shared.ts'

export default library({
  // A worker is a file of its own: no import leads to it, only a URL, which has to name the built file.
  entry: ['src/arrange/hosts/arrangeWorker.ts'],
  plugins: [
    {
      name: 'worker-url',
      transform: {
        filter: { code: './arrangeWorker.ts' },
        handler: (code) => ({ code: code.replace('./arrangeWorker.ts', './arrangeWorker.js'), map: null }),
      },
    },
  ],
})
