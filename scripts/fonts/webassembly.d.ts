/** What Node has and the library's types in use do not name (https://webassembly.github.io/spec/js-api). */
declare namespace WebAssembly {
	class Module {
		constructor(bytes: Uint8Array);
	}
	class Instance {
		constructor(module: Module);
		readonly exports: Readonly<Record<string, unknown>>;
	}
	interface Memory {
		readonly buffer: ArrayBuffer;
	}
}
