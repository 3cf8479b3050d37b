import CircleAlert from "lucide-react/icons/circle-alert";
import Pencil from "lucide-react/icons/pencil";
import { Alert } from "#app/ui/alert.tsx";
import { Button, ButtonLink, SubmitButton } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { CopyField } from "#app/ui/copy-field.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { HeaderPanel } from "#app/ui/header-panel.tsx";
import { ListTable } from "#app/ui/list-table.tsx";
import { Moment } from "#app/ui/moment.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import { fieldLook, LabelledField } from "#app/ui/labelled-field.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { ScaleChoice } from "#app/ui/scale-choice.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { ThemeChoice } from "#app/ui/theme-choice.tsx";
import { Tick } from "#app/ui/tick.tsx";
import { Shelf, Specimen } from "./specimen.tsx";

/** What is pressed, chosen, opened, and what answers. */
export function Parts() {
  return (
    <Shelf title="Parts">
      <Specimen of={Button} about="three kinds; busy; disabled">
        <div className="flex flex-wrap gap-3">
          <Button type="button">Send</Button>
          <Button type="button" kind="quiet">
            <Pencil aria-hidden="true" className="size-4" /> Stop
          </Button>
          <Button type="button" kind="plain">
            Retry
          </Button>
        </div>
        <div className="flex flex-wrap gap-3">
          <Button type="button" busy>
            Starting
          </Button>
          <Button type="button" kind="quiet" busy>
            Ending
          </Button>
          <Button type="button" disabled>
            Send
          </Button>
        </div>
      </Specimen>
      <Specimen of={SubmitButton} about="busy by itself while its form posts">
        <SubmitButton>Start practising</SubmitButton>
      </Specimen>
      <Specimen of={ButtonLink}>
        <ButtonLink to="#parts">See what you can practise</ButtonLink>
      </Specimen>
      <Specimen of={TextField} about="with a hint; with what is wrong">
        <TextField label="Reason" name="reason" hint="Stands in the audit." />
        <TextField label="Amount" name="amount" defaultValue="many" error="Write a whole number." />
      </Specimen>
      <Specimen of={SelectField}>
        <SelectField
          label="Role"
          name="role"
          options={[
            { value: "USER", label: "User" },
            { value: "ADMIN", label: "Administrator" },
          ]}
        />
      </Specimen>
      <Specimen of={LabelledField} about="around any control, with what is wrong under it">
        <LabelledField label="Expires" hint="A day" error="Choose a day that is still to come.">
          {(ties) => <input type="date" {...ties} className={`mt-1 min-h-11 ${fieldLook}`} />}
        </LabelledField>
      </Specimen>
      <Specimen of={TextArea}>
        <TextArea label="A note to the guest" name="note" hint="Optional." />
      </Specimen>
      <Specimen of={CopyField}>
        <CopyField label="Invitation link" text="https://coach.example/invite/4f9a" />
      </Specimen>
      <Specimen of={QrCode} about="black on white in every theme">
        <QrCode size={9} path="M2 2h3v1h-3zM4 4h3v3h-1v-2h-2zM2 6h2v1h-2z" label="A code" />
      </Specimen>
      <Specimen of={PageLinks}>
        <PageLinks page={2} pages={3} to={(page) => `#page-${page}`} />
      </Specimen>
      <Specimen of={Choice}>
        {(theme) => (
          <>
            <Choice name={theme} value="easy" title="Easy">
              Starts more open, gives ground sooner and forgives a clumsy line.
            </Choice>
            <Choice name={theme} value="real" title="Real" defaultChecked>
              As it tends to go.
            </Choice>
          </>
        )}
      </Specimen>
      <Specimen of={Tick} about="to be confirmed; left open">
        <Tick name="adults" value="yes" title="Everybody in it is 18 or older" defaultChecked />
        <Tick name="sure" value="yes" title="I am sure" error="Tick this before you go on." />
      </Specimen>
      <Specimen of={ScaleChoice}>
        {(theme) => (
          <ScaleChoice
            name={`scale ${theme}`}
            legend="How much do you dread it?"
            least="not at all"
            most="completely"
            chosen={8}
          />
        )}
      </Specimen>
      <Specimen of={FactList}>
        <FactList
          facts={[
            { term: "You are", text: "a production planner, four years in" },
            { term: "It takes", text: "about 12 minutes" },
          ]}
        />
      </Specimen>
      <Specimen of={ThemeChoice}>
        <ThemeChoice />
      </Specimen>
      <Specimen of={Disclosure} about="closed, open">
        <div>
          <Disclosure summary="Anchor">Say the figure you want, once and plainly.</Disclosure>
          <Disclosure summary="Silence" open>
            Ask one thing, then stop and let them answer.
          </Disclosure>
        </div>
      </Specimen>
      <Specimen of={HeaderPanel} about="press it; Escape closes it">
        <div className="relative flex min-h-64 items-start">
          <HeaderPanel label="Brief" name="The brief" icon={Pencil} group="sample">
            <p>What dropped from the header.</p>
          </HeaderPanel>
        </div>
      </Specimen>
      <Specimen of={Moment} about="the day, then as people say it">
        <Moment at="2026-11-24T14:05:00.000Z" />
      </Specimen>
      <Specimen of={CopyButton} about="shows itself when pointed at">
        <div className="flex items-center gap-2">
          <p className="font-script text-lg">Go on, then.</p>
          <CopyButton text="Go on, then." name="Copy the line" />
        </div>
      </Specimen>
      <Specimen of={Notice} about="calm, alarm, with what to do">
        <Notice>You stopped this reply.</Notice>
        <Notice
          icon={CircleAlert}
          tone="alarm"
          action={
            <Button type="button" kind="plain">
              Retry
            </Button>
          }
        >
          No reply came. Nothing was charged.
        </Notice>
      </Specimen>
      <Specimen of={Alert} about="before there is anything to say it takes no room">
        <Alert id="sample-alert">This message has 4,012 characters; a message may have 4,000.</Alert>
      </Specimen>
      <Specimen of={Moment} about="the day; with JavaScript as people say it">
        <p>
          <Moment at="2026-11-23T10:05:00.000Z" />
        </p>
      </Specimen>
      <Specimen of={EmptyState}>
        <EmptyState
          title="You have not practised yet"
          action={<ButtonLink to="#parts">Choose one</ButtonLink>}
        >
          Your conversations stand here once you have begun one.
        </EmptyState>
      </Specimen>
      <Specimen of={ListTable} about="its columns named; on a narrow page, in each row">
        <ListTable
          caption="Invitations"
          rows={[
            { id: "course", name: "The Tuesday course", seats: "2 of 5 places" },
            { id: "ada", name: "Ada", seats: "0 of 1 place" },
          ]}
          columns={[
            { name: "Called", cell: ({ name }) => name },
            { name: "Places", cell: ({ seats }) => seats },
          ]}
        />
      </Specimen>
      <Specimen of={ErrorSummary} about="over a form that was refused">
        <ErrorSummary answer={null} faults={[{ field: "parts", words: "A whole number of places." }]}>
          Nothing was made. What is wrong is said at the field.
        </ErrorSummary>
      </Specimen>
    </Shelf>
  );
}
