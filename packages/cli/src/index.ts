import { keepCompiledCode } from "./compile-cache.ts";

// Only what is loaded after the cache is opened can come from it, so everything is.
keepCompiledCode(process.env);
const { main } = await import("./main.ts");
await main(process.argv);
