/// <reference lib="webworker" />
/** The worker's own global, typed: `self` is a window to TypeScript. */
export const worker = globalThis as unknown as ServiceWorkerGlobalScope;
