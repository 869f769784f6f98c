import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'On the home screen',
  installed: 'Escale is installed on this device.',
  why: 'Once installed, Escale opens at a touch, even with no network. On an iPad or iPhone, a site that is not installed may be emptied after 7 days without a visit.',
  iPad: 'iPad and iPhone, in Safari',
  iPadSteps: 'Installation in three gestures',
  iPadShare: 'Touch Share.',
  iPadAdd: 'Choose “Add to Home Screen”, then “Add”.',
  iPadOpen: 'Open Escale from its new icon, and join the programme from there.',
  otherDevices: 'Android and computer',
  otherDevicesText: 'In the browser’s menu, choose “Install app” or “Add to home screen”.',
  button: 'Install Escale',
  later: 'Later',
}
