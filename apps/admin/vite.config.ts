import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const backend = process.env['ADMIN_BACKEND'] ?? 'http://localhost:4000'

/** Builds the client to `dist`, to be served under /admin/; in development, /graphql and sign-in go to the server. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react()],
  css: {
    preprocessorOptions: {
      scss: { loadPaths: [`${import.meta.dirname}/node_modules/@uswds/uswds/packages`], quietDeps: true },
    },
  },
  // No data: URLs and no inline script: the content security policy can stay strict.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/graphql': backend, '/auth': backend, '/oidc': backend } },
})
