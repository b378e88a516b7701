// Runs in a process of its own: writes the demo that it is told, and says of each file when it is complete.
import type {DemoOptions} from "./demo-options.ts";
import {writeDemo} from "./write-demo.ts";

const [folder = "", options = ""] = process.argv.slice(2);
await writeDemo(folder, JSON.parse(options) as DemoOptions, (name) => process.send!(name, ignore));
process.disconnect();

function ignore() {} // the reader is gone: the files are complete all the same
