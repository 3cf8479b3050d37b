/**
 * The fields of the form of a scenario as the page shows them, to be posted again: what a browser without JavaScript would
 * send. The last form of the page with a field `title` is meant.
 */
export function scenarioFields(page: string): URLSearchParams {
  const form = page.split("<form").findLast((part) => part.includes('name="title"')) ?? "";
  const fields = new URLSearchParams();
  for (const { 0: whole, 1: tag, index } of form.matchAll(/<(input|textarea|select)\b[^>]*>/gu)) {
    const name = /\bname="([^"]+)"/u.exec(whole)?.[1];
    if (name === undefined) continue;
    fields.append(name, decoded(valueOf(tag ?? "", whole, form.slice(index))));
  }
  return fields;
}

function valueOf(tag: string, whole: string, rest: string): string {
  switch (tag) {
    case "textarea":
      return rest.slice(whole.length, rest.indexOf("</textarea>")).replace(/^\n/u, "");
    case "select":
      return (
        /<option value="([^"]*)"[^>]*\bselected/u.exec(rest.slice(0, rest.indexOf("</select>")))?.[1] ?? ""
      );
    default:
      return /\bvalue="([^"]*)"/u.exec(whole)?.[1] ?? "";
  }
}

function decoded(text: string): string {
  return text
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
