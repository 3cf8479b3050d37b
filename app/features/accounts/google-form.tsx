import type { ReactNode } from "react";
import { Form } from "react-router";
import { SubmitButton } from "#app/ui/button.tsx";

type GoogleFormProps = {
  /** A path of ours, to come back to. */
  returnTo: string;
  children: ReactNode;
};

/**
 * Off to Google with one button. The page must have been offered it (`offerGoogle`), or the browser keeps a form without
 * JavaScript from following Google's redirect.
 */
export function GoogleForm({ returnTo, children }: GoogleFormProps) {
  return (
    <Form method="post" action="/api/auth/google">
      <input type="hidden" name="returnTo" value={returnTo} />
      <SubmitButton>{children}</SubmitButton>
    </Form>
  );
}
