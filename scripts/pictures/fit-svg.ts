/** The name of SVG (SVG 2, 1.4). */
const space = 'http://www.w3.org/2000/svg';

/** A drawing that a program may read alone: an editor of HTML leaves the name space out, XML needs it. */
export function fitSvg(markup: string): string {
	const [tag = ''] = /<svg(?=[\s/>])[^>]*/.exec(markup) ?? [];
	if (tag === '' || /\sxmlns\s*=/.test(tag)) return markup;
	return markup.replace(tag, () => tag.replace('<svg', `<svg xmlns="${space}"`));
}
