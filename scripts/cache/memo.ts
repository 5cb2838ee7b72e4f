import type { Memo } from '../model/index.ts';

/** The memory of a session, in which one build follows the other. */
export interface SessionMemo extends Memo {
	/** Forgets what neither the build that ends now nor the one before it asked for. */
	readonly endBuild: () => void;
}

/** What was asked for in the build that runs now, in the one before it, and in the one before that. */
interface Room {
	now: Map<string, unknown>;
	before: Map<string, unknown>;
	earlier: Map<string, unknown>;
}

/**
 * A memory that keeps what the last two builds asked for: after a faulty save the mended text finds all its own
 * again. A room that a build did not enter at all, because it stopped before that or made another edition, does
 * not age. What could not be made is not kept.
 */
export function createMemo(): SessionMemo {
	const rooms = new Map<string, Room>();
	const names = new WeakMap<object, string>();
	let named = 0;

	const enter = (name: string): Room => {
		let room = rooms.get(name);
		if (!room) {
			room = { now: new Map(), before: new Map(), earlier: new Map() };
			rooms.set(name, room);
		}
		return room;
	};
	return {
		recall<T>(name: string, key: string, make: () => T): T {
			const room = enter(name);
			if (room.now.has(key)) return room.now.get(key) as T;
			const kept = [room.before, room.earlier].find((one) => one.has(key));
			const value = kept ? (kept.get(key) as T) : make();
			room.now.set(key, value);
			return value;
		},
		nameOf(value) {
			let name = names.get(value);
			if (name === undefined) {
				named += 1;
				name = `#${named.toString(36)}`;
				names.set(value, name);
			}
			return name;
		},
		endBuild() {
			for (const room of rooms.values()) {
				if (room.now.size === 0) continue;
				room.earlier = room.before;
				room.before = room.now;
				room.now = new Map();
			}
		},
	};
}
