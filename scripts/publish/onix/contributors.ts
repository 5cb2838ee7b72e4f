import type { Element } from 'xast';
import type { Creator, Metadata } from '../../model/index.ts';
import { languageCode } from './language.ts';
import { contributorRole } from './roles.ts';
import { element, elementWith, optional } from './xml.ts';

/** Group P.7: everyone who signs, in order, with the name in the other languages, post, and biography. */
export function contributors(
	{ creators, second }: Pick<Metadata, 'creators' | 'second'>,
	lang: string,
): readonly Element[] {
	if (creators.length === 0) return [element('NoContributor')];
	return creators.map((creator, index) => {
		const { affiliation, biography, secondBiography, orcid, others, role } = creator;
		const post = optional('Affiliation', affiliation, { language: lang });
		return element(
			'Contributor',
			element('SequenceNumber', String(index + 1)),
			element('ContributorRole', contributorRole(role)),
			orcid === undefined ? undefined : orcidOf(orcid),
			...names(creator),
			// Name type 05: the name as another language has it, transliterated or translated.
			others.map((other) =>
				element(
					'AlternativeName',
					element('NameType', '05'),
					elementWith(nameTag(creator), { language: languageCode(other.lang) }, other.name),
				),
			),
			post && element('ProfessionalAffiliation', post),
			optional('BiographicalNote', biography, { language: lang }),
			optional('BiographicalNote', secondBiography, { language: second && languageCode(second.lang) }),
		);
	});
}

/** List 44, 21: an ORCID has no hyphens here. */
function orcidOf(orcid: string): Element {
	const value = orcid.replaceAll('-', '');
	return element('NameIdentifier', element('NameIDType', '21'), element('IDValue', value));
}

function names(creator: Creator): readonly Element[] {
	const { name, lang } = creator;
	const tag = nameTag(creator);
	const language = languageCode(lang);
	const { inverted, collationkey } = sortForm(creator);
	return [
		elementWith(tag, { language }, name),
		elementWith(`${tag}Inverted`, { language, collationkey }, inverted),
	];
}

function nameTag({ kind }: Creator): string {
	return kind === 'person' ? 'PersonName' : 'CorporateName';
}

/**
 * A sort form with the words of the name, family name first, is the inverted name; one in another script, such as
 * pinyin, is only a key to sort by.
 */
function sortForm({ name, fileAs }: Creator): { readonly inverted: string; readonly collationkey?: string } {
	if (wordsOf(name) === wordsOf(fileAs)) return { inverted: fileAs };
	return { inverted: name, collationkey: fileAs };
}

function wordsOf(name: string): string {
	return name
		.split(/[\s,]+/)
		.sort()
		.join(' ');
}
