/** A plugin for tests, as an admin would write it: it needs a display and adds `recordScreen`. */
export const recordScreen = `kind: plugin
worker: taskcluster-worker
name: recordscreen
version: 1.0.0
title: Screen recording
description: Records the display of a task.
whenDisabled: refused
configSchema:
  type: object
  additionalProperties: false
  properties:
    maxLength: {type: integer, minimum: 1, title: Longest recording}
    allowSound: {type: boolean, title: Allow sound}
payloadSchema:
  type: object
  properties:
    recordScreen:
      type: object
      title: Record the screen
      additionalProperties: false
      required: [length]
      properties:
        length:
          type: integer
          minimum: 1
          title: Length
        sound:
          $if: "'allowSound' in config && config.allowSound"
          then: {type: boolean, title: With sound}
limits:
  - id: longest
    title: Longest recording
    reason: a recording has at most \${config.maxLength} seconds
    if: "'maxLength' in config"
    kind: refused
    overlay: {properties: {recordScreen: {properties: {length: {maximum: {$eval: config.maxLength}}}}}}
taskFeatures:
  - name: recordScreen
    title: Screen recording
    requestedBy: {path: /recordScreen}
    calls:
      - {stage: Started, feature: openDisplay}
    whenMissing: malformed-payload
documentation: |
  A task with \`recordScreen\` leaves a film of its display behind.
`
