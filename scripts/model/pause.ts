/** Lets others have their turn, such as the browser that is starting, where the work has held them up for long. */
export type Pause = () => Promise<void> | undefined;
