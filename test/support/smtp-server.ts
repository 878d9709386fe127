import { createServer, type Server, type Socket } from 'node:net'

/** A mail as the server took it. */
export interface TakenMail {
  readonly to: string
  readonly subject: string
  readonly messageId: string
  readonly text: string
}

/** A mail server that keeps what it is given. */
export interface SmtpServer {
  readonly url: string
  readonly mails: readonly TakenMail[]
  /** What it answers to a recipient; 250 takes the mail. */
  answerTo: (address: string) => string
  /** Ends the connection after it has taken so many more mails, before it says so; null for never. */
  dropAfter: number | null
  /** Takes no connections, as a server that is down. */
  stop(): Promise<void>
  /** Takes them again, at the same address. */
  start(): Promise<void>
}

/** Starts a mail server on loopback that speaks as much of SMTP (RFC 5321) as a client needs. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const mails: TakenMail[] = []
  const sockets = new Set<Socket>()
  let listening: Server | null = null
  let port = 0
  const smtp: SmtpServer = {
    get url() {
      return `smtp://127.0.0.1:${port}`
    },
    mails,
    answerTo: () => '250 ok',
    dropAfter: null,
    async start() {
      const server = createServer((socket) => {
        sockets.add(socket)
        socket.on('close', () => sockets.delete(socket))
        socket.on('error', () => {})
        talk(socket, smtp, mails)
      })
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
      const address = server.address()
      port = typeof address === 'object' && address !== null ? address.port : 0
      listening = server
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => (listening ? listening.close(resolve) : resolve(null)))
      listening = null
    },
  }
  await smtp.start()
  return smtp
}

function talk(socket: Socket, smtp: SmtpServer, mails: TakenMail[]): void {
  let pending = ''
  let to = ''
  let data: string[] | null = null
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test')
  socket.on('data', (chunk) => {
    pending += chunk.toString('utf8')
    const lines = pending.split('\r\n')
    pending = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })

  function hear(line: string): void {
    if (data !== null) return hearData(data, line)
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO' || verb === 'HELO') say('250 test')
    else if (verb === 'RCPT') {
      to = /<(.*?)>/.exec(line)?.[1] ?? ''
      say(smtp.answerTo(to))
    } else if (verb === 'DATA') {
      data = []
      say('354 go on')
    } else if (verb === 'QUIT') socket.end('221 bye\r\n')
    else say('250 ok')
  }

  function hearData(taken: string[], line: string): void {
    if (line !== '.') return void taken.push(line.startsWith('.') ? line.slice(1) : line)
    mails.push(readMail(to, taken.join('\n')))
    data = null
    if (smtp.dropAfter !== null && (smtp.dropAfter -= 1) <= 0) socket.destroy()
    else say('250 taken')
  }
}

function readMail(to: string, source: string): TakenMail {
  const [head = '', ...body] = source.split('\n\n')
  const unfolded = head.replaceAll(/\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? ''
  const text = body.join('\n\n').replaceAll(/=\n/g, '')
  return { to, subject: header('subject'), messageId: header('message-id'), text }
}
