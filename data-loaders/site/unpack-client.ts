// Runs in a worker before anything else in it: WebAssembly modules lie packed on the host (see pack-module.ts), and are
// unpacked while they arrive.

const fetchPacked = self.fetch;

self.fetch = async (input, init) => {
  const response = await fetchPacked.call(self, input, init);
  if (!response.ok || !response.body || !new URL(response.url).pathname.endsWith(".wasm")) return response;
  const reader = response.body.getReader();
  let {value: next} = await reader.read();
  const isPacked = next?.[0] === 0x1f && next[1] === 0x8b;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (next) controller.enqueue(next);
      else controller.close();
      if (next) ({value: next} = await reader.read());
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(isPacked ? body.pipeThrough(new DecompressionStream("gzip")) : body, {
    headers: {"content-type": "application/wasm"},
  });
};

export {};
