import {afterAll, vi} from "vitest";

// Test files share processes: what one changes there must not reach the next.
const environment = {...process.env};

afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
