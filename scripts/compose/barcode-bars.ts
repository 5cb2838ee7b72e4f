import { type DrawingContext, ean13, type RenderOptions } from '@bwip-js/node';

/** A bar, in modules from the left edge of the symbol. */
export interface Bar {
	readonly x: number;
	readonly width: number;
	/** It belongs to the price add-on. */
	readonly addOn: boolean;
}

/** Modules of an EAN-13 symbol (GS1 General Specifications, 5.2.1). */
export const symbolModules = 95;

/** Modules of a five-digit add-on, and those that part it from the symbol: seven to twelve are allowed. */
export const addOnModules = 47;
export const addOnGap = 9;

/** Modules come as whole pixels, and so do the halves of their widths. */
const pixels = 2;

/**
 * Bars of an ISBN as EAN-13, and of the five digits of its price add-on.
 * @throws Error where the last digit does not check the others
 */
export function barsOf(isbn: string, priceCode?: string): readonly Bar[] {
	const text = priceCode === undefined ? isbn : `${isbn} ${priceCode}`;
	const options: RenderOptions & { readonly addongap: number } = {
		bcid: 'ean13',
		text,
		includetext: false,
		addongap: addOnGap,
	};
	return ean13(options, barReader());
}

/** Takes the bars as they are drawn: upright lines, each as wide as its bar. */
function barReader(): DrawingContext<readonly Bar[]> {
	const bars: Bar[] = [];
	const nothing = () => {};
	return {
		scale: () => [pixels, pixels],
		measure: () => ({ width: 0, ascent: 0, descent: 0 }),
		init: nothing,
		line: (middle, _bottom, _otherMiddle, _top, stroke) => {
			const x = (middle - stroke / 2) / pixels;
			bars.push({ x, width: stroke / pixels, addOn: x >= symbolModules });
		},
		polygon: nothing,
		hexagon: nothing,
		ellipse: nothing,
		fill: nothing,
		text: nothing,
		end: () => bars,
	};
}
