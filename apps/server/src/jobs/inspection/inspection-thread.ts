import { createPrivateKey } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { toSigningKey } from '../manifest/signing-key.ts'
import { inspectPages } from './inspect-pages.ts'

const { order, privateKey } = workerData
const key = await toSigningKey(createPrivateKey(privateKey))
parentPort?.postMessage(await inspectPages(order, key))
