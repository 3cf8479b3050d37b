/** Everything the shared parts say by themselves. */
export const themeWords = { label: "Colours of the page", system: "System", light: "Light", dark: "Dark" };
