// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Runs in a page of an EPUB, and tells what a person could not read there.

(() => {
	const least = 4.5;

	/** @returns what is wrong with the page as it is shown now */
	function look() {
		return [...overflow(), ...texts(), ...pictures()];
	}

	/** @param {string} what @param {Element} element */
	function fault(what, element) {
		const text = (element.textContent ?? '').trim().slice(0, 20);
		return `${what}: <${element.localName} class="${element.getAttribute('class') ?? ''}"> ${text}`;
	}

	function overflow() {
		const { clientWidth, scrollWidth } = document.documentElement;
		const isOut = (/** @type {Element} */ one) => {
			const { left, right, width } = one.getBoundingClientRect();
			const isWide = right > clientWidth + 1 || left < -1;
			return width > 0 && isWide && !one.closest('.table-box') && !one.closest('svg > *');
		};
		const out = [...document.body.querySelectorAll('*')].filter(isOut);
		if (scrollWidth > clientWidth + 1 && out.length === 0) out.push(document.documentElement);
		return out.map((one) => fault('overflow', one));
	}

	function* texts() {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const element = walker.currentNode.parentElement;
			if (!element || !walker.currentNode.nodeValue?.trim() || !element.checkVisibility()) continue;
			const range = document.createRange();
			range.selectNodeContents(walker.currentNode);
			const box = range.getBoundingClientRect();
			const style = getComputedStyle(element);
			if (box.width < 1 || box.height < 1 || style.visibility !== 'visible' || style.opacity === '0') {
				yield fault('unseen', element);
				continue;
			}
			if (isClipped(element)) yield fault('clipped', element);
			const paint = paintOf(element, style, box);
			const found = contrast(paint.colour, paint.ground);
			if (found < least)
				yield fault(`contrast ${found.toFixed(1)} (${paint.colour} on ${paint.ground})`, element);
		}
	}

	/** @param {Element} element @param {CSSStyleDeclaration} style @param {DOMRect} box */
	function paintOf(element, style, box) {
		const svg = element.closest('svg');
		const ground = (svg && shapeBehind(svg, element, box)) ?? groundOf(element);
		return { colour: svg ? style.fill : style.color, ground };
	}

	/** @param {Element} element */
	function isClipped(element) {
		for (let one = /** @type {Element | null} */ (element); one; one = one.parentElement) {
			const { overflowX, overflowY } = getComputedStyle(one);
			const cuts = (/** @type {string} */ value) => value === 'hidden' || value === 'clip';
			if (one.closest('svg') || one === document.body || one === document.documentElement) continue;
			if (cuts(overflowX) && one.scrollWidth > one.clientWidth + 1) return true;
			if (cuts(overflowY) && one.scrollHeight > one.clientHeight + 1) return true;
		}
		return false;
	}

	/** Colour of the topmost shape under the middle of a text. @param {Element} svg @param {Element} text @param {DOMRect} box */
	function shapeBehind(svg, text, box) {
		window.scrollBy(0, box.top - innerHeight / 2);
		const { left, top, width, height } = text.getBoundingClientRect();
		for (const one of document.elementsFromPoint(left + width / 2, top + height / 2)) {
			if (!svg.contains(one) || one === svg || one.closest('text')) continue;
			const { fill } = getComputedStyle(one);
			if (fill !== 'none') return fill;
		}
		return undefined;
	}

	/** @param {Element} element */
	function groundOf(element) {
		for (let one = /** @type {Element | null} */ (element); one; one = one.parentElement) {
			const { backgroundColor } = getComputedStyle(one);
			if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
		}
		return 'rgb(255, 255, 255)';
	}

	/** Contrast ratio of WCAG 2.2. @param {string} one @param {string} other */
	function contrast(one, other) {
		const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
		return (light + 0.05) / (dark + 0.05);
	}

	/** Relative luminance of WCAG 2.2. @param {string} colour */
	function luminance(colour) {
		const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
			const value = Number(part) / 255;
			return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	}

	function pictures() {
		return [...document.querySelectorAll('img, svg')].flatMap((one) => {
			const { width, height } = one.getBoundingClientRect();
			if (one instanceof HTMLImageElement && !(one.complete && one.naturalWidth > 0)) {
				return [fault('not loaded', one)];
			}
			if (width < 1 || height < 1) return [fault('unseen', one)];
			// Zoom makes a screen's height higher than the screen; such a page is scrolled.
			const zoom = Number(getComputedStyle(document.body).zoom) || 1;
			return height > innerHeight * zoom ? [fault('higher than the screen', one)] : [];
		});
	}

	/**
	 * Shows the page as the reader wants it.
	 * @param {{ before: string, after: string, chosen: string, css: string }} settings
	 */
	async function wear({ before, after, chosen, css }) {
		for (const old of document.querySelectorAll('style')) old.remove();
		document.documentElement.setAttribute('style', chosen);
		const head = document.head;
		if (chosen) head.prepend(sheet(before));
		if (chosen) head.append(sheet(after));
		head.append(sheet(css));
		await document.fonts.ready;
	}

	/** @param {string} css */
	function sheet(css) {
		const style = document.createElementNS('http://www.w3.org/1999/xhtml', 'style');
		style.textContent = css;
		return style;
	}

	Object.assign(window, { wear, look });
})();
