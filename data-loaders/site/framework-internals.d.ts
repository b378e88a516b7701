// What we call inside Framework 1.13.4 (pinned): it publishes no types, and no API besides its command line.

declare module "@observablehq/framework/dist/config.js" {
  export interface FrameworkConfig {
    root: string;
    output: string;
    loaders: {
      find(path: string): FrameworkLoader | undefined;
      findArchive(path: string): FrameworkLoader | undefined;
    };
  }
  export interface FrameworkLoader {
    path: string;
    targetPath?: string;
    command?: string;
    load(): Promise<string>;
  }
  export function normalizeConfig(spec: object, defaultRoot?: string, watchPath?: string): FrameworkConfig;
}

declare module "@observablehq/framework/dist/build.js" {
  import type {FrameworkConfig} from "@observablehq/framework/dist/config.js";

  interface Effects {
    logger: {log(...args: unknown[]): void; warn(...args: unknown[]): void; error(...args: unknown[]): void};
    output: {write(text: string): void};
  }
  export class FileBuildEffects {
    constructor(outputRoot: string, cacheDir: string, effects?: Effects);
  }
  export function build(options: {config: FrameworkConfig}, effects?: FileBuildEffects): Promise<void>;
}

declare module "@observablehq/framework/dist/preview.js" {
  import type {Server} from "node:http";
  export function preview(options: {
    config: string;
    root?: string;
    hostname: string;
    port?: number;
    open?: boolean;
    verbose?: boolean;
  }): Promise<{server: Server}>;
}

declare module "@observablehq/framework/dist/route.js" {
  export function route(
    root: string,
    path: string,
    exts: string[],
  ): {path: string; params?: Record<string, string>; ext: string} | undefined;
}

declare module "@observablehq/framework/dist/path.js" {
  export function relativePath(source: string, target: string): string;
  export function resolveLocalPath(source: string, target: string): string | null;
}
