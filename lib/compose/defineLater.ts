/** Gives an object a member that is made when it is first read, and kept. */
export function defineLater<T extends object, K extends keyof T>(target: T, name: K, make: () => T[K]): void {
  let made: { value: T[K] } | undefined
  Object.defineProperty(target, name, {
    enumerable: true,
    configurable: true,
    get: () => {
      made ??= { value: make() }
      return made.value
    },
  })
}
