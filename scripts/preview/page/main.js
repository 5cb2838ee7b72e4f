// @ts-check
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { createBook } from './book.js';
import { followLinks } from './book-links.js';
import { createContentsList } from './contents-list.js';
import { createControls } from './controls.js';
import { createDesk } from './desk.js';
import { createFinder } from './finder.js';
import { createKeys, listKeys } from './keys.js';
import { createPageStore } from './page-store.js';
import { createPanels } from './panels.js';
import { scrollByKeys } from './scroll-keys.js';
import { server } from './server.js';
import { createSettings } from './settings.js';
import { createStatus } from './status.js';
import { createStyles } from './styles.js';
import { chooseWords, writeWords } from './words.js';

/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const frame = /** @type {HTMLIFrameElement} */ (part('frame'));

const [wording] = await Promise.all([server.wording(), bookIsThere()]);
const { lang, say } = chooseWords(wording, navigator.languages);
document.documentElement.lang = lang;
writeWords(document, say);
frame.title = say('pages');

const settings = createSettings(localStorage);
const store = createPageStore(server.pages);
const desk = createDesk(frame, {
	store,
	address: addressOfImage,
	name: (label) => say('page-name', { label }),
	onMove: () => moved(),
	onLaid: () => finder.mark(),
});
const finder = createFinder({
	desk,
	ask: server.search,
	say,
	parts: {
		form: part('finder'),
		query: /** @type {HTMLInputElement} */ (part('query')),
		hits: part('hits'),
		button: part('find-button'),
	},
});
const status = createStatus({ part, say, goTo: (page) => book.goTo(page) });
const panels = createPanels({ part, settings, say, announce: status.announce, resized: () => desk.resize() });
const book = createBook({
	desk,
	store,
	where: server.where,
	styles: createStyles([desk.window(), window]),
	fetchStyles: server.styles,
	onShow: (edition, editions) => {
		part('title').textContent = edition.title;
		part('title').lang = edition.lang;
		document.title = `${edition.title} – Diglot`;
		part('waiting').hidden = true;
		contents.show(edition.contents);
		controls.showEditions(editions, edition.id);
		void finder.renew();
		moved();
	},
	onChange: status.showChange,
});
const contents = createContentsList(part('contents-list'), {
	goTo: (page) => {
		book.goTo(page);
		panels.chosen();
	},
	address: (page) => book.address(page),
	label: (page) => desk.view()?.pages[page]?.label ?? '',
});
const controls = createControls({
	desk,
	settings,
	say,
	part,
	goTo: (page) => book.goTo(page),
	choose: (id) => book.choose(id),
});

function moved() {
	if (!desk.view()) return;
	controls.showPage();
	contents.mark(desk.current());
	book.rememberPlace();
}

/** @type {readonly import('./keys.js').Command[]} */
const commands = [
	{ name: 'previous-page', keys: ['ArrowLeft', 'k'], run: () => desk.turn(-1) },
	{ name: 'next-page', keys: ['ArrowRight', 'j'], run: () => desk.turn(1) },
	{ name: 'first-page', keys: ['Home'], run: () => book.goTo(0) },
	{ name: 'last-page', keys: ['End'], run: () => book.goTo(Number.POSITIVE_INFINITY) },
	{ name: 'go-to-page', keys: ['g'], run: () => part('page').focus() },
	{ name: 'find', keys: ['Ctrl f', '/'], run: () => finder.open() },
	{ name: 'next-hit', keys: ['n', 'Ctrl g'], run: () => void finder.step(1) },
	{ name: 'previous-hit', keys: ['b'], run: () => void finder.step(-1) },
	{ name: 'larger', keys: ['Ctrl +', '+'], run: () => controls.magnify(1) },
	{ name: 'smaller', keys: ['Ctrl -', '-'], run: () => controls.magnify(-1) },
	{ name: 'fit-width', keys: ['Ctrl 0', 'w'], run: () => controls.arrange({ zoom: 'width' }) },
	{ name: 'fit-page', keys: ['h'], run: () => controls.arrange({ zoom: 'page' }) },
	{ name: 'turn-spread', keys: ['s'], run: () => controls.arrange({ spread: !desk.arrangement().spread }) },
	{ name: 'next-edition', keys: ['l'], run: () => book.chooseNext() },
	{ name: 'contents', keys: ['c'], run: () => panels.toggleContents() },
	{ name: 'findings', keys: ['m'], run: () => panels.toggleFindings() },
	{ name: 'dim', keys: ['d'], run: () => panels.toggleDim() },
	{ name: 'help', keys: ['?'], run: () => panels.help() },
	{ name: 'close', keys: ['Escape'], run: () => (finder.isOpen() ? finder.close() : panels.closeFindings()) },
];

const onKey = createKeys(commands, panels.singleKeys);
listKeys(part('keys-list'), commands, say, /Mac|iP(?:hone|ad)/.test(navigator.userAgent));
panels.begin(desk.document());
controls.begin();
document.addEventListener('keydown', onKey);
desk.document().addEventListener('keydown', onKey);
for (const target of [document, desk.document()]) {
	target.addEventListener(
		'wheel',
		(event) => {
			const { ctrlKey, deltaY } = /** @type {WheelEvent} */ (event);
			if (!ctrlKey) return;
			event.preventDefault();
			controls.magnify(deltaY < 0 ? 1 : -1);
		},
		{ passive: false },
	);
}
scrollByKeys(document, desk.window());
followLinks(desk.document(), (id) => void book.goToId(id));
desk.window().addEventListener('scroll', () => desk.scrolled(), { passive: true });
desk.window().addEventListener('resize', () => desk.resize());
addEventListener('popstate', () => book.goToAddress());
part('skip').addEventListener('click', (event) => {
	event.preventDefault();
	desk.window().focus();
});
part('find-button').addEventListener('click', () => (finder.isOpen() ? finder.close() : finder.open()));
part('find-close').addEventListener('click', () => finder.close());
part('hit-previous').addEventListener('click', () => void finder.step(-1));
part('finder-form').addEventListener('submit', (event) => {
	event.preventDefault();
	void finder.step(1);
});
part('query').addEventListener('keydown', (event) => {
	if (event.key !== 'Enter' || !event.shiftKey) return;
	event.preventDefault();
	void finder.step(-1);
});

server.listen(
	(message) => {
		status.showCondition(message.condition);
		panels.showFindings(message.condition.findings);
		void book.hear(message);
	},
	(there) => status.showConnection(there),
);

/**
 * Where the server has an image that a page shows under its path in the manuscript.
 * @param {import('./messages.d.ts').EditionView} view
 * @param {string} source
 */
function addressOfImage(view, source) {
	const path = `/${source.replace(/^\//, '')}`;
	const version = view.images[decodeURIComponent(path)];
	return `files/${view.id}${path}${version === undefined ? '' : `?v=${version}`}`;
}

function bookIsThere() {
	const isThere = () =>
		frame.contentDocument?.readyState === 'complete' && frame.contentDocument.URL.endsWith('/book');
	return new Promise((done) => {
		if (isThere()) done(undefined);
		else frame.addEventListener('load', done, { once: true });
	});
}
