// Runs a module of this project in a process of its own: its path comes first, before the module's own arguments.
import {pathToFileURL} from "node:url";
import {findChildBundle} from "./bundle.mjs";

const [file] = process.argv.splice(2, 1);
const bundle = await findChildBundle(file);
if (bundle) await import(bundle);
else {
  await import("./register.mjs");
  await import(pathToFileURL(file).href);
}
