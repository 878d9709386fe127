import { describe, expect, it } from 'vitest'
import { readBytes, readHeader, readText } from './read-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a chosen file', () => {
  it('is read as it is when it is UTF-8 with commas', () => {
    expect(readBytes(utf8('component,url\nFEMA,https://x.com/testoutpost\n'))).toEqual({
      kind: 'TEXT',
      text: 'component,url\nFEMA,https://x.com/testoutpost\n',
      notes: [],
    })
  })

  it('keeps its byte order mark, says so, and finds the first column all the same', () => {
    const reading = readBytes(utf8('\uFEFFcomponent,url\n'))
    expect(reading).toMatchObject({ kind: 'TEXT', text: '\uFEFFcomponent,url\n' })
    expect(reading.kind === 'TEXT' && reading.notes).toHaveLength(1)
    expect(readHeader('\uFEFFcomponent ,"url"\n')).toEqual(['component', 'url'])
  })

  it('is offered to be read as windows-1252 with the lines that show whether that is right', () => {
    const bytes = Uint8Array.from([...utf8('component,name\nFEMA,Pe'), 0xf1, ...utf8('asco\nCBP,Plain\n')])
    const reading = readBytes(bytes)
    expect(reading).toMatchObject({
      kind: 'OBSTACLE',
      obstacle: { offer: 'Read it as windows-1252', sample: ['FEMA,Peñasco'] },
    })
  })

  it('is recognized as UTF-16 by its mark', () => {
    const bytes = Uint8Array.from([
      0xff,
      0xfe,
      ...[...'a,b\n'].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ])
    expect(readBytes(bytes)).toMatchObject({ kind: 'OBSTACLE', obstacle: { mended: 'a,b\n' } })
  })

  it('that separates by semicolons or tabs is rewritten only when that is agreed to, cell by cell', () => {
    const semicolons = readText('component;url\nFEMA;"a,b; c"\n')
    expect(semicolons).toMatchObject({ kind: 'OBSTACLE' })
    expect(semicolons.kind === 'OBSTACLE' && semicolons.obstacle.mended).toBe('component,url\nFEMA,"a,b; c"')
    expect(readText('component\turl\n')).toMatchObject({ kind: 'OBSTACLE' })
    expect(readText('component,url;\n')).toMatchObject({ kind: 'TEXT' })
  })
})
