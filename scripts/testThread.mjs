import { bundleThread } from './steps/bundleThread.mjs'

/** Before tests: the thread that works on foreign documents is made from the sources as they are. */
export async function setup() {
  await bundleThread()
}
