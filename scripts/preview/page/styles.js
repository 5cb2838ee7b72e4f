// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * Puts an edition's style sheet and faces into windows. Faces are loaded before they take the place of those that were
 * there, so that no line is ever shown in a strange one.
 * @param {readonly (Window & typeof globalThis)[]} windows the first shows the book, the others only use its faces
 * @returns {(css: string) => Promise<() => void>} loads what is new; what comes back puts it into place
 */
export function createStyles(windows) {
	/** @type {Map<Window, Map<string, FontFace>>} */
	const faces = new Map(windows.map((window) => [window, new Map()]));
	/** @type {Map<Window, CSSStyleSheet>} */
	const sheets = new Map();

	return async (css) => {
		const { rules, text } = split(css);
		const ready = await Promise.all(
			windows.map(async (window) => {
				const old = faces.get(window) ?? new Map();
				const next = new Map(
					rules.map((rule) => [rule.cssText, old.get(rule.cssText) ?? faceOf(window, rule)]),
				);
				// A face that cannot be loaded is seen in its absence.
				await Promise.allSettled([...next.values()].map((face) => face.load()));
				return { window, next };
			}),
		);
		return () => {
			for (const { window, next } of ready) {
				exchange(window.document.fonts, faces.get(window), next);
				faces.set(window, next);
			}
			const [window] = windows;
			if (!window) return;
			const sheet = sheets.get(window) ?? new window.CSSStyleSheet();
			sheet.replaceSync(text);
			if (!sheets.has(window)) window.document.adoptedStyleSheets.push(sheet);
			sheets.set(window, sheet);
		};
	};
}

/**
 * The order of the faces counts: of two that have a character the later one sets it.
 * @param {FontFaceSet} fonts
 * @param {ReadonlyMap<string, FontFace> | undefined} old
 * @param {ReadonlyMap<string, FontFace>} next
 */
function exchange(fonts, old, next) {
	if (old && [...old.keys()].join() === [...next.keys()].join()) return;
	for (const face of old?.values() ?? []) fonts.delete(face);
	for (const face of next.values()) fonts.add(face);
}

/**
 * @param {string} css
 * @returns {{ rules: CSSFontFaceRule[], text: string }} the faces, and all that is no face
 */
function split(css) {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	const all = [...sheet.cssRules];
	const rules = all.filter((rule) => rule instanceof CSSFontFaceRule);
	return { rules, text: css.replace(/@font-face\s*\{[^}]*\}/g, '') };
}

/**
 * @param {Window & typeof globalThis} window
 * @param {CSSFontFaceRule} rule
 */
function faceOf(window, { style }) {
	const read = (/** @type {string} */ name) => style.getPropertyValue(name);
	return new window.FontFace(read('font-family').replace(/^["']|["']$/g, ''), read('src'), {
		weight: read('font-weight') || 'normal',
		style: read('font-style') || 'normal',
		unicodeRange: read('unicode-range') || 'U+0-10FFFF',
	});
}
