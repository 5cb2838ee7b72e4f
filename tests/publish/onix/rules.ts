import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';

export const onixSpace = 'http://ns.editeur.org/onix/3.0/reference';

/**
 * What the ONIX for Books 3.0 schema asks of the elements that Diglot writes (Specification, groups H and P.1 to
 * P.23): which children, in which order, how many. The schema itself may not be copied (EDItEUR's terms of use); this
 * says the same for our part of it and is written from the specification, not from the generator.
 */
const models: Readonly<Record<string, string>> = {
	ONIXMessage: 'Header Product+',
	Header: 'Sender SentDateTime',
	Sender: 'SenderName',
	Product:
		'RecordReference NotificationType RecordSourceType? ProductIdentifier+ DescriptiveDetail? CollateralDetail? PublishingDetail? RelatedMaterial?',
	ProductIdentifier: 'ProductIDType IDTypeName? IDValue',
	DescriptiveDetail:
		'ProductComposition ProductForm ProductFormDetail* ProductFormFeature* PrimaryContentType? ProductContentType* Measure* EpubTechnicalProtection* Collection* TitleDetail+ (Contributor+|NoContributor) EditionType* EditionNumber? Language* Extent* Subject*',
	ProductFormFeature: 'ProductFormFeatureType ProductFormFeatureValue? ProductFormFeatureDescription*',
	Measure: 'MeasureType Measurement MeasureUnitCode',
	Collection: 'CollectionType CollectionIdentifier* CollectionSequence* TitleDetail*',
	CollectionIdentifier: 'CollectionIDType IDTypeName? IDValue',
	CollectionSequence: 'CollectionSequenceType CollectionSequenceTypeName? CollectionSequenceNumber',
	TitleDetail: 'TitleType TitleElement+',
	TitleElement: 'TitleElementLevel PartNumber? TitleText Subtitle?',
	Contributor:
		'SequenceNumber? ContributorRole+ NameIdentifier* (PersonName PersonNameInverted?|CorporateName CorporateNameInverted?) AlternativeName* ProfessionalAffiliation* BiographicalNote*',
	NameIdentifier: 'NameIDType IDTypeName? IDValue',
	AlternativeName: 'NameType (PersonName|CorporateName)',
	ProfessionalAffiliation: 'ProfessionalPosition* Affiliation',
	Language: 'LanguageRole LanguageCode CountryCode? ScriptCode?',
	Extent: 'ExtentType ExtentValue ExtentUnit',
	Subject: 'MainSubject? SubjectSchemeIdentifier (SubjectCode SubjectHeadingText*|SubjectHeadingText+)',
	CollateralDetail: 'TextContent* SupportingResource*',
	TextContent: 'TextType ContentAudience+ Text+',
	SupportingResource: 'ResourceContentType ContentAudience+ ResourceMode ResourceVersion+',
	ResourceVersion: 'ResourceForm ResourceVersionFeature* ResourceLink+',
	ResourceVersionFeature: 'ResourceVersionFeatureType FeatureValue?',
	PublishingDetail: 'Publisher+ PublishingStatus? PublishingDate*',
	Publisher: 'PublishingRole PublisherName',
	PublishingDate: 'PublishingDateRole Date',
	RelatedMaterial: 'RelatedProduct*',
	RelatedProduct: 'ProductRelationCode+ ProductIdentifier+ (ProductForm ProductFormDetail*)?',
	MainSubject: '',
	NoContributor: '',
};

const text = /\S/;
const date = /^(19|2\d)\d\d(?:(0[1-9]|1[0-2])(?:(0[1-9]|[12]\d|3[01]))?)?$/;

/** Data types and code lists (issue 75): the codes that make sense for a book. */
const values: Readonly<Record<string, RegExp>> = {
	RecordReference: text,
	// List 1
	NotificationType: /^0[1-5]$/,
	SenderName: text,
	SentDateTime: /^2\d{3}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$/,
	// List 5
	ProductIDType: /^(01|03|06|15|22)$/,
	IDValue: text,
	// Lists 2, 150, 175
	ProductComposition: /^00$/,
	ProductForm: /^(ED|B[BC])$/,
	ProductFormDetail: /^(E(101|107)|B504)$/,
	// Lists 79, 196 with 143 and 220
	ProductFormFeatureType: /^(09|12|15)$/,
	ProductFormFeatureValue:
		/^(0[0-6]|08|09|1\d|2[0-2]|2[4-9]|3[0-2]|3[4-9]|4[01]|5[1-4]|7[5-7]|8[0-2]|8[4-6]|88|89|9\d|101[A-G]|107[CDFGJ])$/,
	ProductFormFeatureDescription: text,
	// List 81
	PrimaryContentType: /^10$/,
	ProductContentType: /^(07|18)$/,
	// Lists 48, 50
	MeasureType: /^0[1-5]$/,
	Measurement: /^[1-9]\d*(\.\d+)?$/,
	MeasureUnitCode: /^mm$/,
	// List 144
	EpubTechnicalProtection: /^0[0-7]$/,
	// Lists 148, 13, 197
	CollectionType: /^(00|10|11|20)$/,
	CollectionIDType: /^(01|02)$/,
	CollectionSequenceType: /^0[1-7]$/,
	CollectionSequenceNumber: /^\d+(\.\d+)*$/,
	// Lists 15, 149
	TitleType: /^(01|03|06)$/,
	TitleElementLevel: /^0[12]$/,
	TitleText: text,
	Subtitle: text,
	PartNumber: text,
	SequenceNumber: /^[1-9]\d*$/,
	// Lists 17, 44, 18
	ContributorRole:
		/^(A(0\d|[1-4]\d|5[0-26]|99)|B(0\d|[12]\d|3[0-6]|99)|C(0[1-4]|99)|E(0\d|1[01]|99)|Z(0[1-6]|98|99))$/,
	NameIDType: /^(01|16|21)$/,
	NameType: /^0\d$/,
	PersonName: text,
	PersonNameInverted: text,
	CorporateName: text,
	CorporateNameInverted: text,
	Affiliation: text,
	BiographicalNote: text,
	// List 21
	EditionType: /^BLL$/,
	// Lists 22, 74, 121
	LanguageRole: /^(0[1-36-9]|1[0-5])$/,
	LanguageCode: /^[a-z]{3}$/,
	ScriptCode: /^[A-Z][a-z]{3}$/,
	// Lists 23, 24
	ExtentType: /^(00|0[2-9]|1\d|22|23)$/,
	ExtentValue: /^[1-9]\d*$/,
	ExtentUnit: /^(03|17|18|19)$/,
	// List 27
	SubjectSchemeIdentifier: /^(10|20|88|93)$/,
	SubjectCode: text,
	SubjectHeadingText: text,
	// Lists 153, 154
	TextType: /^(02|03|04|13)$/,
	ContentAudience: /^00$/,
	// Lists 158, 159, 161, 162
	ResourceContentType: /^01$/,
	ResourceMode: /^03$/,
	ResourceForm: /^0[1-3]$/,
	ResourceVersionFeatureType: /^0[1-9]$/,
	FeatureValue: text,
	ResourceLink: /^https?:\/\/\S+$/,
	// Lists 45, 64, 163
	PublishingRole: /^0[12]$/,
	PublisherName: text,
	PublishingStatus: /^04$/,
	PublishingDateRole: /^01$/,
	Date: date,
	// List 51
	ProductRelationCode: /^(06|11|13|27)$/,
};

/** What may stand inside a text that says it is XHTML (List 34, 05). */
const xhtml: Readonly<Record<string, string>> = { ul: 'li+', li: 'br* ul?', br: '' };

const attributes: Readonly<Record<string, readonly string[]>> = {
	ONIXMessage: ['release', 'xmlns'],
	Date: ['dateformat'],
	Text: ['language', 'textformat'],
	PersonNameInverted: ['language', 'collationkey'],
	CorporateNameInverted: ['language', 'collationkey'],
	...Object.fromEntries(
		[
			'Affiliation',
			'BiographicalNote',
			'CorporateName',
			'PersonName',
			'ProductFormFeatureDescription',
			'PublisherName',
			'SubjectHeadingText',
			'Subtitle',
			'TitleText',
		].map((name) => [name, ['language']]),
	),
};

/** The length that a date has in each format (List 55). */
const dateLengths: Readonly<Record<string, number>> = { '00': 8, '01': 6, '05': 4 };

/** The message as an independent parser reads it; anything that is not well-formed is thrown. */
export function parseOnix(xml: string): Element {
	const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
		xml,
		'text/xml',
	).documentElement;
	if (!root) throw new Error('There is no document.');
	return root;
}

/** Every way in which a message breaks the rules, as `path: what`. */
export function onixFaults(root: Element): readonly string[] {
	const faults = check(root, root.nodeName);
	if (root.nodeName !== 'ONIXMessage' || root.getAttribute('release') !== '3.0') faults.push('no ONIX 3.0');
	const references = elementsOf(root, 'RecordReference').map((one) => one.textContent);
	if (new Set(references).size !== references.length) faults.push('a record reference comes twice');
	return faults;
}

function check(element: Element, path: string): string[] {
	return [
		...[...attributeFaults(element), ...contentFaults(element), ...formFaults(element)].map(
			(fault) => `${path}: ${fault}`,
		),
		...childrenOf(element).flatMap((child) => check(child, `${path}/${child.nodeName}`)),
	];
}

function attributeFaults(element: Element): readonly string[] {
	const name = element.nodeName;
	const unknown = Array.from(element.attributes).filter((one) => !attributes[name]?.includes(one.name));
	const language = element.getAttribute('language') ?? 'und';
	const format = element.getAttribute('dateformat') ?? '00';
	const isDated = name !== 'Date' || element.textContent?.length === dateLengths[format];
	return [
		...(element.namespaceURI === onixSpace ? [] : ['name space']),
		...unknown.map((one) => `attribute ${one.name}`),
		...(/^[a-z]{3}$/.test(language) ? [] : [`language ${language}`]),
		...(isDated ? [] : ['date format']),
	];
}

/** Which of these a product has is for its form to say (group P.3). */
const ofForms: Readonly<Record<string, readonly string[]>> = {
	ED: ['ProductFormFeature', 'EpubTechnicalProtection'],
	B: ['Measure'],
};

function formFaults(element: Element): readonly string[] {
	if (element.nodeName !== 'DescriptiveDetail') return [];
	const [form] = textsAt(element, 'ProductForm');
	const known = ofForms[form === 'ED' ? form : 'B'] ?? [];
	return Object.values(ofForms)
		.flat()
		.filter((name) => !known.includes(name) && childrenOf(element, name).length > 0)
		.map((name) => `a product of form ${form} has ${name}`);
}

function contentFaults(element: Element): readonly string[] {
	const name = element.nodeName;
	const isMarkup = name in xhtml || element.getAttribute('textformat') === '05';
	const model = isMarkup ? (xhtml[name] ?? 'ul') : models[name];
	const inner = childrenOf(element);
	if (model !== undefined) {
		const names = inner.map((child) => `${child.nodeName};`).join('');
		return toPattern(model).test(names) ? [] : [`has ${names || 'nothing'} instead of ${model}`];
	}
	if (name !== 'Text' && !(name in values)) return ['unknown'];
	const isRight = inner.length === 0 && (values[name] ?? text).test(element.textContent ?? '');
	return isRight ? [] : [`value ${element.textContent}`];
}

/** A content model as an expression over names that each end in a semicolon. */
function toPattern(model: string): RegExp {
	return new RegExp(`^${model.replaceAll(/[A-Za-z]+/g, '(?:$&;)').replaceAll(' ', '')}$`);
}

export function childrenOf(element: Element, name?: string): readonly Element[] {
	return Array.from(element.childNodes).filter(
		(node): node is Element => node.nodeType === 1 && (name === undefined || node.nodeName === name),
	);
}

/** All below, in document order. */
export function elementsOf(element: Element, name: string): readonly Element[] {
	return Array.from(element.getElementsByTagName(name));
}

/** The texts of the elements at a path of names. */
export function textsAt(element: Element, path: string): readonly string[] {
	return path
		.split('/')
		.reduce<readonly Element[]>((found, name) => found.flatMap((one) => childrenOf(one, name)), [element])
		.map((one) => one.textContent ?? '');
}
