/** Outputs of loaders that another process writes, while this one may already wait for some. */
export class ArrivingOutputs {
  private readonly arrived = new Set<string>();
  private readonly waiting = new Map<string, {resolve: () => void; reject: (error: Error) => void; loader: string}[]>();
  private isComplete = false;

  add(path: string): void {
    this.arrived.add(path);
    for (const {resolve} of this.waiting.get(path) ?? []) resolve();
    this.waiting.delete(path);
  }

  /** No other output will arrive: whoever waits for one is told so. */
  end(): void {
    this.isComplete = true;
    for (const [path, waiters] of this.waiting) for (const {reject, loader} of waiters) reject(missing(path, loader));
    this.waiting.clear();
  }

  /**
   * Settles when the output has arrived.
   *
   * @throws Error that names the loader, if it never will
   */
  wait(path: string, loader: string): Promise<void> {
    if (this.arrived.has(path)) return Promise.resolve();
    if (this.isComplete) return Promise.reject(missing(path, loader));
    return new Promise((resolve, reject) => {
      this.waiting.set(path, [...(this.waiting.get(path) ?? []), {resolve, reject, loader}]);
    });
  }
}

const missing = (path: string, loader: string) =>
  new Error(`${path}: missing in the loader cache: ${loader} was not run before the build`);
