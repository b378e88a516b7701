// Runs commands one after another, each as a process of its own would: `main.ts` is evaluated anew for every one.
import {join} from "node:path";
import {pathToFileURL} from "node:url";

/** What the parent sends: the arguments of a command; and is answered: what came of it. */
export type CommandMessage = string[];
export interface CommandAnswer {
  code: number;
  /** Both streams. */
  output: string;
}

const main = pathToFileURL(join(import.meta.dirname, "../../../data-loaders/cli/main.ts")).href;
let count = 0;

process.on("message", async (args: CommandMessage) => {
  let output = "";
  const keep = (text: string | Uint8Array) => {
    output += Buffer.from(text as string).toString();
    return true;
  };
  const streams = [process.stdout, process.stderr];
  const writes = streams.map(({write}) => write);
  for (const stream of streams) stream.write = keep as typeof stream.write;
  process.argv.splice(2, Infinity, ...args);
  process.exitCode = undefined;
  await import(`${main}?${count++}`);
  for (const [i, stream] of streams.entries()) stream.write = writes[i]!;
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  process.send!({code, output} satisfies CommandAnswer);
});
