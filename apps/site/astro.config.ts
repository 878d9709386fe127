import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import { fileURLToPath } from 'node:url'
import { siteConfig } from './src/site-config.ts'

export default defineConfig({
  site: siteConfig.site,
  outDir: siteConfig.outDir,
  output: 'static',
  trailingSlash: 'always',
  // One page at a time is fastest: rendering waits for no input or output.
  build: { inlineStylesheets: 'never', concurrency: 1 },
  devToolbar: { enabled: false },
  integrations: [sitemap({ i18n: { defaultLocale: 'en', locales: { en: 'en', es: 'es' } } })],
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
