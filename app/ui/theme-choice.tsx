import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";
import { Form } from "react-router";
import { type Theme, themes, useTheme } from "./theme.ts";
import { themeWords } from "./ui-words.ts";

/** Three buttons, one of them pressed. Posts `theme` to /theme, which leads back; works without JavaScript. */
export function ThemeChoice() {
  const chosen = useTheme();
  return (
    <Form method="post" action="/theme" replace preventScrollReset>
      <div role="group" aria-label={themeWords.label} className="inline-flex rounded-md border border-line">
        {themes.map((theme) => {
          const Icon = icons[theme];
          return (
            <button
              key={theme}
              name="theme"
              value={theme}
              aria-pressed={theme === chosen}
              className="inline-flex min-h-target items-center gap-1.5 rounded-md px-3 text-ink-soft transition-colors hover:text-pen aria-pressed:bg-pen-wash aria-pressed:font-semibold aria-pressed:text-pen forced-colors:aria-pressed:forced-color-adjust-none forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText]"
            >
              <Icon aria-hidden="true" className="size-4" /> {themeWords[theme]}
            </button>
          );
        })}
      </div>
    </Form>
  );
}

const icons: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };
