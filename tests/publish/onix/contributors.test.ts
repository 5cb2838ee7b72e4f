import { DOMParser } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import type { Metadata } from '../../../scripts/model/index.ts';
import { contributors } from '../../../scripts/publish/onix/contributors.ts';
import { element, toDocument } from '../../../scripts/publish/onix/xml.ts';
import { richEdition } from '../publications.ts';
import { childrenOf, textsAt } from './rules.ts';

function read(creators: Metadata['creators']) {
	const xml = toDocument(element('All', contributors({ creators }, 'chi')));
	const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
	if (!root) throw new Error('There is no document.');
	return childrenOf(root);
}

const [author, translator, group] = read(richEdition().metadata.creators);
if (!author || !translator || !group) throw new Error('Someone is missing.');

test('everyone has a number and a role of ONIX', () => {
	for (const [index, one] of [author, translator, group].entries())
		expect(textsAt(one, 'SequenceNumber')).toEqual([String(index + 1)]);
	expect([author, translator, group].flatMap((one) => textsAt(one, 'ContributorRole'))).toEqual([
		'A01',
		'B06',
		'Z99',
	]);
});

test('an ORCID comes without hyphens', () => {
	expect(textsAt(author, 'NameIdentifier/NameIDType')).toEqual(['21']);
	expect(textsAt(author, 'NameIdentifier/IDValue')).toEqual(['0000000218250097']);
});

test('pinyin is a key to sort by, not a name; a family name in front is an inverted name', () => {
	const [inverted] = childrenOf(author, 'PersonNameInverted');
	expect([inverted?.textContent, inverted?.getAttribute('collationkey')]).toEqual(['林越', 'lin yue']);
	const [other] = childrenOf(translator, 'PersonNameInverted');
	expect([other?.textContent, other?.getAttribute('collationkey')]).toEqual(['Keller, Rosa M.', null]);
});

test('names have their languages, in each kind', () => {
	const [name] = childrenOf(translator, 'PersonName');
	expect(name?.getAttribute('language')).toBe('eng');
	expect(textsAt(author, 'AlternativeName/PersonName')).toEqual(['Lin Yue']);
	expect(textsAt(group, 'CorporateName')).toEqual(['工作组']);
	expect(textsAt(group, 'AlternativeName/CorporateName')).toEqual(['Working Group']);
});

test('post and biography are there where they are known', () => {
	expect(textsAt(author, 'ProfessionalAffiliation/Affiliation')).toEqual(['尺度大学']);
	expect(textsAt(author, 'BiographicalNote')).toEqual(['教授。']);
	expect(childrenOf(translator, 'ProfessionalAffiliation')).toEqual([]);
});

test('that nobody signs is said', () => {
	expect(read([]).map((one) => one.nodeName)).toEqual(['NoContributor']);
});
