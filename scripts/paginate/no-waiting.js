// @ts-check
/// <reference lib="dom" />
// Runs before Paged.js, which yields with requestAnimationFrame between pages. A headless browser answers that
// sixty times a second; nobody looks at this tab, so it is answered at once.

(() => {
	const channel = new MessageChannel();
	/** @type {FrameRequestCallback[]} */
	let waiting = [];
	channel.port1.onmessage = () => {
		const now = waiting;
		waiting = [];
		for (const callback of now) callback(performance.now());
	};
	globalThis.requestAnimationFrame = (callback) => {
		if (waiting.push(callback) === 1) channel.port2.postMessage(0);
		return 0;
	};
	// Paged.js would look after finished pages and begin again, or not, as time allows: pages must not depend on that.
	Object.assign(globalThis, { ResizeObserver: undefined, PagedConfig: { auto: false } });
})();
