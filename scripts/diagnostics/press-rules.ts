import type { Rule } from './rules.ts';

/** The part of the catalogue that speaks of what a printer gets: the inside of a book and its cover. */
export const pressRules = {
	// The cover as one sheet
	'cover-spine': {
		severity: 'error',
		hint: 'Check the thickness of one leaf under print, paper in book.yaml: caliper, or grammage and bulk.',
	},
	'cover-overflow': {
		severity: 'error',
		hint: 'Shorten the description in book.yaml, or leave out what does not fit.',
	},
	'cover-spine-text': {
		severity: 'warning',
		hint: 'Nothing has to be done: the spine stays without text. A shorter title would stand on it.',
	},
	'print-profile': {
		severity: 'error',
		hint: 'Give an ICC profile of the printer, such as a CMYK profile of the paper, or leave the key out.',
	},
	'print-ink': {
		severity: 'error',
		hint: 'Give cyan, magenta, yellow and black from 0 to 1 or in percent, together no more than total-ink.',
	},
	'print-image-ink': {
		severity: 'warning',
		hint: 'Colour was taken from its darkest spots; convert the image for the printer to keep them as they are.',
	},
	// Finished files for the press
	'press-damaged': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-encrypted': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-version': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-file-id': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-identity': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-metadata': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-trapped': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-boxes': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-pages': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-annotation': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-action': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-font': { severity: 'error', hint: 'Use static TrueType fonts.' },
	'press-object': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-external': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-transfer': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-intent': {
		severity: 'error',
		hint: 'Say in book.yaml under print.condition what the book is printed by, such as FOGRA51.',
	},
	'press-profile': {
		severity: 'error',
		hint: 'Name an ICC profile of an output device under print.profile in book.yaml, as printers hand it out.',
	},
	'press-color': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'press-gray': {
		severity: 'error',
		hint: 'Give the colour inks of black alone in book.yaml, or print in cmyk.',
	},
	'press-ink': {
		severity: 'error',
		hint: 'Mix the colour of less ink, or raise print.total-ink in book.yaml where the printer allows it.',
	},
	'print-hairline': {
		severity: 'warning',
		hint: 'Draw the line a quarter of a point (0.09 mm) thick or more; thinner ones may break off or vanish.',
	},
	'press-bleed': {
		severity: 'warning',
		hint: 'Let it go on beyond the trim by var(--bleed) and var(--side-bleed), or end it more than 1 mm inside.',
	},
	'print-resolution': {
		severity: 'warning',
		hint: 'Use an image with more pixels, or print it smaller: <img src="…" alt="…" width="…">, 96 to the inch.',
	},
	'print-resolution-low': {
		severity: 'error',
		hint: 'Use an image with more pixels, print it smaller (<img … width="…">), or draw it (SVG): one sees these pixels.',
	},
} as const satisfies Record<string, Rule>;
