import { pressRules } from './press-rules.ts';
import { translationRules } from './translation-rules.ts';

/** How bad a finding is: an error stops the build before anything is written; an info only tells. */
export type Severity = 'error' | 'warning' | 'info';

export interface Rule {
	readonly severity: Severity;
	/** What to do, for people who write books; a finding may bring a nearer one. */
	readonly hint: string;
}

/** The catalogue. An id is permanent: it may be retired, never renamed or given another meaning. */
export const rules = {
	// Reading files
	'manuscript-missing': {
		severity: 'error',
		hint: 'Name the folder that holds book.yaml with --manuscript.',
	},
	'file-encoding': { severity: 'error', hint: 'Save the file as UTF-8.' },
	'file-unreadable': { severity: 'error', hint: 'Check that the file exists and may be read.' },
	'yaml-syntax': {
		severity: 'error',
		hint: 'Check indentation and quotes; a value that contains ": " must stand in quotes.',
	},
	// book.yaml and contributors.yaml
	'config-unknown-key': { severity: 'error', hint: 'Correct the key or remove it.' },
	'config-invalid': { severity: 'error', hint: 'Give a value of the kind that is asked for.' },
	'config-translation-missing': {
		severity: 'warning',
		hint: 'Add the text in this language; until then the other language stands in.',
	},
	'contributor-unknown': { severity: 'error', hint: 'Add the id to contributors.yaml or correct it.' },
	'contributor-unused': { severity: 'info', hint: 'Remove the entry or name it in a piece.' },
	// Pieces
	'piece-missing': { severity: 'error', hint: 'Write the file or take the piece out of contents.' },
	'piece-unlisted': {
		severity: 'warning',
		hint: 'List the piece under contents in book.yaml, or move the file away.',
	},
	'piece-duplicate': { severity: 'error', hint: 'List each piece once.' },
	'piece-language-missing': {
		severity: 'warning',
		hint: 'The piece is left out of this edition until the file is there.',
	},
	'piece-front-matter': { severity: 'error', hint: 'Begin the file with ---, title: …, ---.' },
	'edition-empty': { severity: 'error', hint: 'Write at least one piece in this language.' },
	'labels-missing': {
		severity: 'warning',
		hint: 'Translate templates/labels.en.yaml into this language and save it beside it.',
	},
	// Images
	'image-missing': { severity: 'error', hint: 'Check the path: it is relative to the Markdown file.' },
	'image-outside': { severity: 'error', hint: 'Copy the image into the manuscript folder.' },
	'image-remote': {
		severity: 'error',
		hint: 'The build is offline: save the image in the manuscript folder.',
	},
	'image-unreadable': { severity: 'error', hint: 'Save the image again as PNG, JPEG or SVG.' },
	'image-misnamed': {
		severity: 'info',
		hint: 'Give the file the ending of what it holds; some programs go by it.',
	},
	'image-still': {
		severity: 'warning',
		hint: 'Where the movement matters, show its steps as images side by side.',
	},
	'image-scaled': {
		severity: 'info',
		hint: 'Nothing has to be done: shops refuse larger images. The PDF has the image as it is.',
	},
	'image-converted': {
		severity: 'info',
		hint: 'Nothing has to be done; look at the image in the EPUB. The PDF has it as it is.',
	},
	'image-alt-missing': {
		severity: 'error',
		hint: 'Say in the square brackets what the image shows; <img src="…" alt=""> marks mere decoration.',
	},
	'image-width': {
		severity: 'warning',
		hint: 'Give the width as a whole number, such as width="240": 96 are an inch, or 25.4 mm; the height follows.',
	},
	'image-svg-unsafe': {
		severity: 'error',
		hint: 'Remove scripts, event handlers and references to other files.',
	},
	'image-svg-style': {
		severity: 'error',
		hint: "Write colours and sizes as attributes, not in <style>, so that the book's fonts reach the figure.",
	},
	// Markdown
	'html-removed': {
		severity: 'warning',
		hint: 'Use Markdown; scripts, styles and event handlers are never kept.',
	},
	'link-unsafe': {
		severity: 'error',
		hint: 'Use an https:, mailto: or tel: address or a path of the manuscript.',
	},
	'link-broken': {
		severity: 'error',
		hint: 'Link to a piece that is listed in book.yaml and a heading that it has.',
	},
	'note-undefined': { severity: 'error', hint: 'Define the note with [^name]: … in the same file.' },
	'note-unused': { severity: 'warning', hint: 'Call the note with [^name] in the text or remove it.' },
	'character-control': {
		severity: 'warning',
		hint: 'Remove the invisible control character; it is not printed.',
	},
	'character-missing': {
		severity: 'error',
		hint: 'Replace the character: none of the fonts of the book has it.',
	},
	// Layout
	'unit-words-lost': {
		severity: 'error',
		hint: 'The page breaks of this text cannot be made; shorten the table or note near these words.',
	},
	'unit-notes-moved': {
		severity: 'warning',
		hint: 'The footnotes of this piece stand at its end, because text would have been lost at the foot of the page.',
	},
	'unit-loosened': {
		severity: 'warning',
		hint: 'Look at the page breaks of this piece; a smaller table or figure sets it right.',
	},
	'unit-not-level': {
		severity: 'warning',
		hint: 'Look at the page breaks of this piece and its translation; sync: piece, or a smaller table or figure, sets it right.',
	},
	'unit-overflow': {
		severity: 'warning',
		hint: 'The content is wider or taller than the text block; make it smaller.',
	},
	'page-text-block': {
		severity: 'error',
		hint: 'Give smaller margins under page in book.yaml, or a larger trim size.',
	},
	'page-gutter': {
		severity: 'error',
		hint: 'Give a larger outer margin under page in book.yaml, or a smaller gutter; gutter: none moves nothing.',
	},
	'unit-timeout': { severity: 'error', hint: 'Look for a very large table or picture in this piece.' },
	'resource-refused': {
		severity: 'error',
		hint: 'Only fonts and images of the manuscript can be loaded.',
	},
	// The cache
	'cache-damaged': {
		severity: 'info',
		hint: 'Nothing is lost but a little time; where it happens again, look at the disk.',
	},
	'cache-unwritable': {
		severity: 'info',
		hint: 'Name a folder that can be written with --cache, or make room; the book itself is not touched by this.',
	},
	// Finished files
	'epub-size': {
		severity: 'warning',
		hint: 'Use fewer or smaller images, or make the EPUB without fonts.',
	},
	'pdf-font': { severity: 'error', hint: 'Use static TrueType fonts.' },
	'pdf-link': { severity: 'error', hint: 'This is a fault of Diglot: please report it with the manuscript.' },
	'pdf-pages': {
		severity: 'error',
		hint: 'This is a fault of Diglot: please report it with the manuscript.',
	},
	'edition-epub-blocks': {
		severity: 'info',
		hint: 'Nothing is lost. Where text and translation should stand apart, make an edition with layout: pieces.',
	},
	'epub-page-list-missing': {
		severity: 'info',
		hint: 'Build the PDF as well: the page list says where its pages begin.',
	},
	// For a printer
	...pressRules,
	// Text and translation
	...translationRules,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;
