import { Foundations } from "./foundations.tsx";
import { Pages } from "./pages.tsx";
import { Parts } from "./parts.tsx";
import { Room } from "./room.tsx";

export function meta() {
  return [{ title: "Workbench" }, { name: "robots", content: "noindex" }];
}

/** Every part of the look in every state, in both themes, with made-up words. Only while developing (`app/routes.ts`). */
export default function Workbench() {
  return (
    <main className="mx-auto max-w-7xl px-4 pt-10 pb-32 sm:px-8">
      <h1 className="font-script text-3xl font-semibold">Workbench</h1>
      <Foundations />
      <Parts />
      <Pages />
      <Room />
    </main>
  );
}
