import { Ajv, type AnySchema } from 'ajv';
import addFormats from 'ajv-formats';

/** What OPDS 2.0 and the Readium Web Publication Manifest ask of a feed, as a JSON Schema in our own words. */
const some = (items: AnySchema): AnySchema => ({ type: 'array', items, minItems: 1 });
const record = (required: readonly string[], properties: Readonly<Record<string, AnySchema>>): AnySchema => ({
	type: 'object',
	required,
	properties,
	additionalProperties: false,
});
const text = { type: 'string', pattern: '\\S' };
const uri = { type: 'string', format: 'uri' };
const count = { type: 'integer', exclusiveMinimum: 0 };
const moment = { type: 'string', format: 'date-time' };

/** RFC 5646, without extensions. */
const tag = '[A-Za-z]{2,8}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*';
const language = { type: 'string', pattern: `^${tag}$` };
/** A text, or texts by language. */
const words = {
	anyOf: [
		text,
		{
			type: 'object',
			minProperties: 1,
			patternProperties: { [`^${tag}$`]: text },
			additionalProperties: false,
		},
	],
};
const contributor = record(['name'], {
	name: words,
	identifier: uri,
	sortAs: text,
	role: text,
	position: { type: 'number' },
});
const contributors = some(contributor);

const modes = [
	'auditory',
	'chartOnVisual',
	'chemOnVisual',
	'colorDependent',
	'diagramOnVisual',
	'mathOnVisual',
];
const features = [
	'ARIA',
	'ChemML',
	'MathML',
	'alternativeText',
	'annotations',
	'audioDescription',
	'bookmarks',
	'braille',
	'captions',
	'describedMath',
	'displayTransformability',
	'highContrastAudio',
	'highContrastDisplay',
	'index',
	'largePrint',
	'latex',
	'longDescription',
	'none',
	'printPageNumbers',
	'readingOrder',
	'rubyAnnotations',
	'signLanguage',
	'structuralNavigation',
	'synchronizedAudioText',
	'tableOfContents',
	'tactileGraphic',
	'tactileObject',
	'taggedPDF',
	'timingControl',
	'transcript',
	'ttsMarkup',
	'unlocked',
];
const hazards = ['flashing', 'motionSimulation', 'sound', 'none', 'unknown'];
const noHazards = ['noFlashingHazard', 'noMotionSimulationHazard', 'noSoundHazard'];

const accessibility = record([], {
	conformsTo: uri,
	certification: record([], { certifiedBy: text, credential: text, report: uri }),
	summary: words,
	accessMode: some({ enum: [...modes, 'musicOnVisual', 'tactile', 'textOnVisual', 'textual', 'visual'] }),
	accessModeSufficient: some(some({ enum: ['auditory', 'tactile', 'textual', 'visual'] })),
	feature: { type: 'array', items: { enum: features } },
	hazard: some({ enum: [...hazards, ...noHazards] }),
});

const metadata = record(['@type', 'title', 'identifier', 'language', 'modified'], {
	'@type': { const: 'http://schema.org/Book' },
	identifier: uri,
	title: words,
	subtitle: words,
	...Object.fromEntries(
		['author', 'translator', 'editor', 'artist', 'illustrator', 'colorist', 'narrator'].map((term) => [
			term,
			contributors,
		]),
	),
	contributor: contributors,
	publisher: contributors,
	language: { anyOf: [language, some(language)] },
	published: { type: 'string', format: 'date' },
	modified: moment,
	description: text,
	subject: some(record(['name'], { name: words, code: text, scheme: uri })),
	belongsTo: record([], { series: contributor }),
	numberOfPages: count,
	accessibility,
});

const link = record(['href', 'type'], {
	rel: text,
	href: { type: 'string', format: 'uri-reference', minLength: 1 },
	type: { type: 'string', pattern: '^[a-z]+/[a-z+.-]+$' },
	width: count,
	height: count,
});
const withRel = (rel: string): AnySchema => ({ required: ['rel'], properties: { rel: { const: rel } } });

const publication = record(['metadata', 'links', 'images'], {
	metadata,
	// 4.1: at least one acquisition link.
	links: { ...(some(link) as object), contains: withRel('http://opds-spec.org/acquisition/open-access') },
	// 1.3: at least one image that every reader knows.
	images: {
		...(some(link) as object),
		contains: { properties: { type: { enum: ['image/jpeg', 'image/png', 'image/gif'] } } },
	},
});

const feed = record(['metadata', 'links', 'publications'], {
	metadata: record(['title'], {
		title: words,
		modified: moment,
		numberOfItems: { type: 'integer', minimum: 0 },
	}),
	// A reference to itself.
	links: { ...(some(link) as object), contains: withRel('self') },
	publications: some(publication),
});

/** Every way in which a catalogue breaks the rules. */
export function createOpdsCheck(): (catalog: unknown) => readonly string[] {
	const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
	addFormats.default(ajv);
	const validate = ajv.compile(feed);
	return (catalog) =>
		validate(catalog)
			? []
			: (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
