import { defineConfig } from 'astro/config'
import { fileURLToPath } from 'node:url'
import { siteConfig } from './src/site-config.ts'

export default defineConfig({
  site: siteConfig.site,
  outDir: siteConfig.outDir,
  output: 'static',
  trailingSlash: 'always',
  // While one page is written the next is rendered; more at once only waste time on each other.
  build: { inlineStylesheets: 'never', concurrency: 2 },
  devToolbar: { enabled: false },
  vite: {
    // Nothing becomes a data: URL, so the content security policy can do without it.
    build: { assetsInlineLimit: 0 },
    css: {
      preprocessorOptions: {
        scss: {
          loadPaths: [fileURLToPath(new URL('node_modules/@uswds/uswds/packages', import.meta.url))],
          quietDeps: true,
        },
      },
    },
  },
})
