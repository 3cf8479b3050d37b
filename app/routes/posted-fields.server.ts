import { data } from "react-router";

/** The largest form here, a whole scenario, has some hundred. */
const mostFields = 256;

/**
 * What a form posted; empty when it was no form at all. One of more fields than any of ours could have is refused with 400
 * before anybody looks at its fields: whatever is done for each of them would be done thousands of times.
 */
export async function postedFields(request: Request): Promise<FormData> {
  const fields = await request.formData().catch(() => new FormData());
  if ([...fields.keys()].length > mostFields) throw data(null, { status: 400 });
  return fields;
}
