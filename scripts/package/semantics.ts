import type { Element, ElementContent } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import type { Unit, UnitKind } from '../model/index.ts';

/** Values of EPUB Structural Semantics 1.1 and DPUB-ARIA 1.1. Not every type has a role. */
interface Semantics {
	readonly type?: string;
	readonly role?: string;
}

const byKind: Readonly<Partial<Record<UnitKind, Semantics>>> = {
	'title-page': { type: 'titlepage' },
	imprint: { type: 'copyright-page' },
	part: { type: 'part', role: 'doc-part' },
	directory: { type: 'contributors' },
	colophon: { type: 'colophon', role: 'doc-colophon' },
};

/** What a piece is whose file bears the name. */
const byName: Readonly<Record<string, Semantics>> = {
	abstract: { type: 'abstract', role: 'doc-abstract' },
	acknowledgements: { type: 'acknowledgments', role: 'doc-acknowledgments' },
	acknowledgments: { type: 'acknowledgments', role: 'doc-acknowledgments' },
	afterword: { type: 'afterword', role: 'doc-afterword' },
	appendix: { type: 'appendix', role: 'doc-appendix' },
	bibliography: { type: 'bibliography', role: 'doc-bibliography' },
	conclusion: { type: 'conclusion', role: 'doc-conclusion' },
	colophon: { type: 'colophon', role: 'doc-colophon' },
	credits: { type: 'credits', role: 'doc-credits' },
	dedication: { type: 'dedication', role: 'doc-dedication' },
	epilogue: { type: 'epilogue', role: 'doc-epilogue' },
	epigraph: { type: 'epigraph', role: 'doc-epigraph' },
	errata: { type: 'errata', role: 'doc-errata' },
	foreword: { type: 'foreword', role: 'doc-foreword' },
	glossary: { type: 'glossary', role: 'doc-glossary' },
	introduction: { type: 'introduction', role: 'doc-introduction' },
	preface: { type: 'preface', role: 'doc-preface' },
	prologue: { type: 'prologue', role: 'doc-prologue' },
	references: { type: 'bibliography', role: 'doc-bibliography' },
};

/** Value of `epub:type` on the body of a unit's file: its place in the book. */
export function matterType(unit: Unit): string {
	return `${unit.matter}matter`;
}

/** The unit as one `section` that says what it is. */
export function toSection(unit: Unit, content: readonly ElementContent[]): Element {
	const section = onlySection(content) ?? {
		type: 'element',
		tagName: 'section',
		properties: {},
		children: [...content],
	};
	const { type, role } = semanticsOf(unit);
	if (type) section.properties['epub:type'] = type;
	if (role) section.properties.role = role;
	return section;
}

/**
 * Names the section by its first heading (WAI-ARIA 1.2, `aria-labelledby`), so that those who leap from region to
 * region hear which one it is. A heading without an id gets one from the id of the unit. The tree is changed.
 */
export function labelSection(section: Element, id: string): void {
	visit(section, 'element', ({ tagName, properties }) => {
		if (!/^h[1-6]$/.test(tagName)) return;
		properties.id ??= `${id}-heading`;
		section.properties.ariaLabelledBy = [`${properties.id}`];
		return EXIT;
	});
}

function onlySection(content: readonly ElementContent[]): Element | undefined {
	const [first, ...rest] = content.filter((node) => node.type !== 'text' || node.value.trim() !== '');
	return first?.type === 'element' && first.tagName === 'section' && rest.length === 0 ? first : undefined;
}

function semanticsOf(unit: Unit): Semantics {
	if (unit.kind !== 'piece') return byKind[unit.kind] ?? {};
	const named = byName[nameOf(unit)];
	if (named) return named;
	return unit.matter === 'body' ? { type: 'chapter', role: 'doc-chapter' } : {};
}

/** `preface` of `zh-front-preface`: the id without language and the folders that stand for a matter. */
function nameOf({ id, lang }: Unit): string {
	const name = id.startsWith(`${lang}-`) ? id.slice(lang.length + 1) : id;
	return name.replace(/^(front|back)-/, '');
}
