// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Runs in every warm tab: makes the texts of a cover sheet as large as the room for them allows.

(() => {
	const pixelsPerMillimetre = 96 / 25.4;
	/** From try to try, letters become so much smaller. */
	const step = 0.97;
	/** The smallest letters of a panel, in CSS px: 7 pt. */
	const smallestText = (7 * 96) / 72;
	/** A barcode may have four fifths of its nominal size (GS1 General Specifications, 5.2.3). */
	const smallestBarcode = 0.8;
	/** A title keeps so much of its size where something else can go. */
	const stately = 0.75;

	/**
	 * What is on a spine, from all of it to the title alone, and how small the title may become for it.
	 * @type {readonly { without: string[], least: number }[]}
	 */
	const spines = [
		{ without: [], least: stately },
		{ without: ['.spine-subtitle'], least: stately },
		{ without: ['.spine-foot'], least: stately },
		{ without: ['.spine-subtitle', '.spine-foot'], least: 0 },
	];

	/**
	 * Fits the texts of the sheet that is shown. Names the panels whose text does not fit, and `spine` where not even
	 * the title does, which then goes.
	 * @param {{ title: number | null, smallest: number, clearance: number }} request size of the title on the spine and
	 *   the smallest one, and what stays free on both sides of it, in mm
	 * @returns {string[]}
	 */
	function fitCover({ title, smallest, clearance }) {
		const failed = [];
		const panels = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-fit]'));
		// The barcode first: the description above it has the room that is left.
		for (const panel of [...panels].reverse()) if (!fitPanel(panel)) failed.push(panel.dataset.fit ?? '');
		const spine = /** @type {HTMLElement | null} */ (document.querySelector('.sheet-spine'));
		if (spine && title !== null && !fitSpine(spine, title, smallest, clearance)) {
			spine.replaceChildren();
			failed.push('spine');
		}
		return failed;
	}

	/**
	 * @param {HTMLElement} panel
	 */
	function fitPanel(panel) {
		const size = Number.parseFloat(getComputedStyle(panel).fontSize);
		const least = panel.dataset.fit === 'barcode' ? smallestBarcode : Math.min(1, smallestText / size);
		for (const scale of scales(least)) {
			panel.style.setProperty('--text-scale', String(scale));
			if (holds(panel)) return true;
		}
		return false;
	}

	/**
	 * @param {number} least
	 */
	function* scales(least) {
		for (let scale = 1; scale > least; scale *= step) yield scale;
		yield least;
	}

	/**
	 * Whether what stands in a panel stays in it, and the panel in the one round it.
	 * @param {HTMLElement} panel
	 */
	function holds(panel) {
		const outer = panel.parentElement ?? panel;
		const slack = 0.5;
		return (
			panel.scrollHeight <= panel.clientHeight + slack &&
			panel.scrollWidth <= panel.clientWidth + slack &&
			outer.scrollHeight <= outer.clientHeight + slack &&
			outer.scrollWidth <= outer.clientWidth + slack
		);
	}

	/**
	 * @param {HTMLElement} spine
	 * @param {number} largest
	 * @param {number} smallest
	 * @param {number} clearance
	 */
	function fitSpine(spine, largest, smallest, clearance) {
		const hideable = /** @type {NodeListOf<HTMLElement>} */ (
			spine.querySelectorAll('.spine-subtitle, .spine-foot')
		);
		for (const { without, least } of spines) {
			for (const one of hideable) one.hidden = without.some((selector) => one.matches(selector));
			for (const scale of scales(Math.min(1, Math.max(smallest / largest, least)))) {
				spine.style.fontSize = `${largest * scale}mm`;
				if (spineHolds(spine, clearance * pixelsPerMillimetre)) return true;
			}
		}
		return false;
	}

	/**
	 * @param {HTMLElement} spine
	 * @param {number} clearance
	 */
	function spineHolds(spine, clearance) {
		const { left, right } = spine.getBoundingClientRect();
		const shown = [...spine.children].filter((one) => one.getClientRects().length > 0);
		const texts = shown.map((one) => one.getBoundingClientRect());
		const isNarrow = texts.every((box) => box.left >= left + clearance && box.right <= right - clearance);
		return isNarrow && spine.scrollHeight <= spine.clientHeight;
	}

	globalThis.diglot = { ...globalThis.diglot, fitCover };
})();
