import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition, FootnoteReference, Image, ImageReference } from 'mdast';
import { defaultHandlers, type Options } from 'remark-rehype';

type Handlers = NonNullable<Options['handlers']>;
type State = Parameters<NonNullable<Handlers['paragraph']>>[0];

/** How Markdown becomes HTML where it differs from the usual way: notes and images. */
export const toHastOptions: Options = {
	allowDangerousHtml: true,
	handlers: { footnoteReference, footnoteDefinition, image, imageReference },
};

// A call waits as an empty <sup data-note> and a note as an <aside data-note> until the notes are numbered.
function footnoteReference(state: State, node: FootnoteReference): Element {
	const call = element('sup', node.identifier);
	state.patch(node, call);
	return call;
}

function footnoteDefinition(state: State, node: FootnoteDefinition): Element {
	const note = element('aside', node.identifier);
	note.properties.title = node.label ?? node.identifier;
	note.children = state.wrap(state.all(node), true);
	state.patch(node, note);
	return note;
}

function element(tagName: string, note: string): Element {
	return { type: 'element', tagName, properties: { dataNote: note }, children: [] };
}

function image(state: State, node: Image): ElementContent {
	return withoutEmptyAlt(defaultHandlers.image(state, node));
}

function imageReference(state: State, node: ImageReference): ElementContent[] {
	return [defaultHandlers.imageReference(state, node)].flat().map(withoutEmptyAlt);
}

// `![](x.png)` says nothing of the image; only HTML can say alt="" and mean that it is an ornament.
function withoutEmptyAlt(node: ElementContent): ElementContent {
	if (node.type === 'element' && node.tagName === 'img' && node.properties.alt === '') {
		delete node.properties.alt;
	}
	return node;
}
