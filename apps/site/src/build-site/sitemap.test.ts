import { expect, test } from 'vitest'
import { sitemapFiles } from './sitemap.ts'

const site = 'https://accounts.example.gov'

test('each page stands in the sitemap with its counterpart, and error pages do not', () => {
  const paths = ['/', '/es/', '/a/', '/es/a/', '/es/only/', '/404.html', '/es/404/']
  const [index, pages, robots] = sitemapFiles(paths, site)
  expect(index?.content).toContain(`<loc>${site}/sitemap-0.xml</loc>`)
  expect(robots?.content).toContain(`Sitemap: ${site}/sitemap-index.xml`)
  const entries = pages?.content.split('\n').filter((line) => line.startsWith('<url>')) ?? []
  const both = `<xhtml:link rel="alternate" hreflang="en" href="${site}/a/"/><xhtml:link rel="alternate" hreflang="es" href="${site}/es/a/"/>`
  expect(entries).toHaveLength(5)
  expect(entries).toContain(`<url><loc>${site}/a/</loc>${both}</url>`)
  expect(entries).toContain(`<url><loc>${site}/es/a/</loc>${both}</url>`)
  expect(entries).toContain(`<url><loc>${site}/es/only/</loc></url>`)
})

test('many pages are spread over files that search engines accept', () => {
  const paths = Array.from({ length: 90_001 }, (_, number) => `/accounts/${number}/`)
  const files = sitemapFiles(paths, site).filter(({ path }) => /^sitemap-\d/.test(path))
  const counts = files.map(({ content }) => content.split('<url>').length - 1)
  expect(counts).toEqual([40_000, 40_000, 10_001])
})
