import type { PictureRules, Profile } from '../model/index.ts';

/** Where the rules of shops differ. `docs/stores.md` says the same to publishers, with the sources. */
export interface StoreRules {
	readonly pictures: PictureRules;
	readonly cover: { readonly maxPixels: number; readonly maxBytes: number };
	/** Whether a page of its own shows the cover. */
	readonly coverPage: boolean;
	/** Whether the package says that the faces of the book are to be used (`ibooks:specified-fonts`). */
	readonly saysFonts: boolean;
	/** Largest file that is taken, in bytes, and by whom. */
	readonly limit: { readonly bytes: number; readonly shop: string };
}

const megabyte = 1_000_000;
const gigabyte = 1_000_000_000;

/** No shop takes less: Apple's limit of pixels, Kobo's and Amazon's of bytes. */
const pictures: PictureRules = { maxPixels: 4_000_000, maxBytes: 5 * megabyte, opaque: false };
/** Apple Books Asset Guide 5.3, "Interior Image Requirements": 5.6 million pixels, which leaves room for 1600 × 2560. */
const cover = { maxPixels: 5_600_000, maxBytes: 5 * megabyte };

const kindleLimit = { bytes: 650 * megabyte, shop: 'Kindle Direct Publishing' };

const rules: Readonly<Record<Profile, StoreRules>> = {
	generic: { pictures, cover, coverPage: true, saysFonts: false, limit: kindleLimit },
	/** Apple Books for Partners, "Prepare your book": 4 million pixels for images inside, 2 GB. */
	apple: {
		pictures,
		cover,
		coverPage: true,
		saysFonts: true,
		limit: { bytes: 2 * gigabyte, shop: 'Apple Books' },
	},
	/** Kobo EPUB Guidelines: Image Formatting, Cover Images, Limitations and Maximums. */
	kobo: {
		pictures: { ...pictures, opaque: true },
		cover: { maxPixels: Number.POSITIVE_INFINITY, maxBytes: 3 * megabyte },
		coverPage: true,
		saysFonts: false,
		limit: { bytes: gigabyte, shop: 'Kobo' },
	},
	/**
	 * Kindle Publishing Guidelines, Cover Image Guidelines: a cover page beside the cover image shows it twice. Image
	 * Guidelines for books that flow: nothing may be transparent.
	 */
	kindle: {
		pictures: { ...pictures, opaque: true },
		cover: { ...cover, maxPixels: Number.POSITIVE_INFINITY },
		coverPage: false,
		saysFonts: false,
		limit: kindleLimit,
	},
};

export function storeRules(profile: Profile): StoreRules {
	return rules[profile];
}
