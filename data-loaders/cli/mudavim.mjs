// `npm run data|build|dev|bench|…`: installs what is missing, then runs main.ts with TypeScript and `npm:` specifiers.
import {ensureInstalled} from "./install.mjs";

ensureInstalled();
await import("./register.mjs");
await import("./main.ts");
