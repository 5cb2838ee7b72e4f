// @ts-check
/// <reference lib="dom" />
import { findPage } from './editions.js';

/** Steps of the zoom; 1 is the true size. */
const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/**
 * Page field, zoom, arrangement and edition in the bar.
 * @param {object} options
 * @param {ReturnType<typeof import('./desk.js').createDesk>} options.desk
 * @param {ReturnType<typeof import('./settings.js').createSettings>} options.settings
 * @param {import('./words.js').Say} options.say
 * @param {(id: string) => HTMLElement} options.part
 * @param {(page: number) => void} options.goTo
 * @param {(id: string) => void} options.choose an edition
 */
export function createControls({ desk, settings, say, part, goTo, choose }) {
	const page = /** @type {HTMLInputElement} */ (part('page'));
	const zoom = /** @type {HTMLSelectElement} */ (part('zoom'));

	const showArrangement = () => {
		const { zoom: now, spread } = desk.arrangement();
		part('single').setAttribute('aria-pressed', String(!spread));
		part('spread').setAttribute('aria-pressed', String(spread));
		const values = ['width', 'page', ...steps.map(String)];
		if (!values.includes(String(now))) values.push(String(now));
		if (zoom.options.length !== values.length) {
			zoom.replaceChildren(
				...values.map((value) => {
					const text = value === 'width' || value === 'page' ? say(`fit-${value}`) : percent(Number(value));
					return new Option(text, value);
				}),
			);
		}
		zoom.value = String(now);
	};

	/** @param {number} scale */
	const percent = (scale) => `${Math.round(scale * 100)} %`;

	/** @param {Partial<import('./desk.js').Arrangement>} change */
	const arrange = (change) => {
		desk.arrange(change);
		const { zoom: now, spread } = desk.arrangement();
		settings.set('zoom', String(now));
		settings.set('spread', spread);
		showArrangement();
	};

	/** @param {1 | -1} direction */
	const magnify = (direction) => {
		const scale = desk.scale();
		const next =
			direction > 0
				? steps.find((step) => step > scale + 0.005)
				: steps.findLast((step) => step < scale - 0.005);
		if (next !== undefined) arrange({ zoom: next });
	};

	/** @param {string} value @returns {number | 'width' | 'page'} */
	const readZoom = (value) => (value === 'width' || value === 'page' ? value : Number(value) || 'width');

	const jump = () => {
		const view = desk.view();
		const index = view ? findPage(view, page.value) : -1;
		page.setAttribute('aria-invalid', String(index < 0));
		if (index < 0) {
			page.select();
			return;
		}
		goTo(index);
		desk.window().focus();
	};

	page.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter') return;
		event.preventDefault();
		jump();
	});
	page.addEventListener('focus', () => page.select());
	page.addEventListener('blur', () => showPage());
	zoom.addEventListener('change', () => arrange({ zoom: readZoom(zoom.value) }));
	part('single').addEventListener('click', () => arrange({ spread: false }));
	part('spread').addEventListener('click', () => arrange({ spread: true }));
	part('smaller').addEventListener('click', () => magnify(-1));
	part('larger').addEventListener('click', () => magnify(1));
	part('previous').addEventListener('click', () => desk.turn(-1));
	part('next').addEventListener('click', () => desk.turn(1));

	const showPage = () => {
		const view = desk.view();
		if (!view) return;
		const index = desk.current();
		page.setAttribute('aria-invalid', 'false');
		if (document.activeElement !== page) page.value = view.pages[index]?.label ?? '';
		part('sheets').textContent = say('sheets', { sheet: index + 1, count: view.pages.length });
	};

	return {
		begin: () => {
			// Two pages side by side need a wide window.
			const spread = settings.get('spread', innerWidth > 900);
			desk.arrange({ zoom: readZoom(settings.get('zoom', 'width')), spread });
			showArrangement();
		},
		arrange,
		magnify,
		showPage,
		/** @param {readonly import('./messages.d.ts').EditionView[]} editions @param {string} current */
		showEditions: (editions, current) => {
			const key = editions.map(({ id, title }) => `${id} ${title}`).join('\n');
			const box = part('editions');
			if (box.dataset.key !== key) {
				box.dataset.key = key;
				box.hidden = editions.length < 2;
				box.replaceChildren(
					...editions.map(({ id, title }) => {
						const button = document.createElement('button');
						button.type = 'button';
						button.dataset.edition = id;
						button.textContent = id;
						button.title = title;
						button.addEventListener('click', () => choose(id));
						return button;
					}),
				);
			}
			for (const button of box.children)
				button.setAttribute('aria-pressed', String(button.getAttribute('data-edition') === current));
		},
	};
}
