import type { Memo } from '../model/index.ts';

/** The memory of a session, in which one build follows the other. */
export interface SessionMemo extends Memo {
	/** Forgets what neither the build that ends now nor the one before it asked for. */
	readonly endBuild: () => void;
}

interface Room {
	readonly entries: Map<string, Entry>;
	/** The number of the build that runs now, of those that entered the room. */
	build: number;
	entered: boolean;
}

interface Entry {
	readonly value: unknown;
	/** The last build that asked for it. */
	asked: number;
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
			room = { entries: new Map(), build: 0, entered: false };
			rooms.set(name, room);
		}
		return room;
	};
	return {
		recall<T>(name: string, key: string, make: () => T): T {
			const room = enter(name);
			room.entered = true;
			const known = room.entries.get(key);
			if (known) {
				known.asked = room.build;
				return known.value as T;
			}
			const value = make();
			room.entries.set(key, { value, asked: room.build });
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
				if (!room.entered) continue;
				for (const [key, { asked }] of room.entries) {
					if (asked < room.build - 1) room.entries.delete(key);
				}
				room.build += 1;
				room.entered = false;
			}
		},
	};
}
