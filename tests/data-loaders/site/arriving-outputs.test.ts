import {expect, it} from "vitest";
import {ArrivingOutputs} from "../../../data-loaders/site/arriving-outputs.ts";

it("wait(path, loader) settles when the output arrives, or at once if it has", async () => {
  const outputs = new ArrivingOutputs();
  const waiting = Promise.all([outputs.wait("a.md", "a.md.ts"), outputs.wait("a.md", "a.md.ts")]);
  outputs.add("b.md");
  outputs.add("a.md");
  await waiting;
  await outputs.wait("b.md", "b.md.ts");
});

it("wait(path, loader) fails once it is known that the output will never arrive", async () => {
  const outputs = new ArrivingOutputs();
  const waiting = outputs.wait("a.md", "a.md.ts");
  outputs.end();
  await expect(waiting).rejects.toThrow("a.md: missing in the loader cache: a.md.ts was not run before the build");
  await expect(outputs.wait("b.md", "b.md.ts")).rejects.toThrow("b.md.ts was not run");
});
