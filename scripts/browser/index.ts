export { BrowserError, type BrowserSearch, findBrowser } from './find-browser.ts';
export { type StartedBrowser, startBrowser } from './start-browser.ts';
export { openTabs, type SessionTabs, type TabsSettings } from './tabs.ts';
export { type LaunchSettings, openWorkshop } from './workshop.ts';
