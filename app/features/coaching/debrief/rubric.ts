import { type FrameworkId, type FrameworkMove, frameworks } from "#app/features/coaching/frameworks.ts";
import type { Level } from "./debrief.ts";

/** What can be seen and heard at each level of one move; "not observed" needs no words of its own. */
type Anchors = Record<Exclude<Level, "not-observed">, string>;

/** The moves of a framework with what their levels look like. Source: product.md, rules for the coach, 9. */
export function rubricOf(framework: FrameworkId): (FrameworkMove & { anchors: Anchors })[] {
  return frameworks[framework].moves.map((move) => {
    const anchors = anchorsOf[move.id];
    if (!anchors) throw new Error(`no levels for ${move.id}`);
    return { ...move, anchors };
  });
}

const anchorsOf: Record<string, Anchors> = {
  describe: levelsOf(
    "tells what happened, with a verdict in it",
    "tells what happened as a fact, among other things",
    "tells one fact a camera could have seen, and stops",
  ),
  express: levelsOf(
    "says a feeling as the other's fault",
    "says “I” and how it is, in passing",
    "says in one “I” sentence how it is, and gives it room",
  ),
  assert: levelsOf(
    "hints at the wish, or hides it among apologies",
    "says the wish, with a cushion under it",
    "says the one wish or the no in plain words",
  ),
  reinforce: levelsOf(
    "says what happens if they do not",
    "says that they would gain by it, without saying what",
    "names something they would gain by it",
  ),
  "stay-mindful": levelsOf(
    "says the same words again",
    "comes back to the point and passes over what was said",
    "takes up what was said and comes back to the point calmly",
  ),
  "appear-confident": levelsOf(
    "says it and takes half of it back",
    "says it with one apology",
    "says it once, without apology or padding",
  ),
  negotiate: levelsOf(
    "gives up the wish to have peace",
    "asks for another way without offering one",
    "offers something that would work for both",
  ),
  "name-interests": levelsOf(
    "says only what is wanted",
    "says that it matters, without saying why",
    "says the need behind the wish, with its reason",
  ),
  "ask-theirs": levelsOf(
    "asks a question that accuses",
    "asks, and goes on talking",
    "asks what matters to them and leaves it with them",
  ),
  "find-common": levelsOf(
    "says “we” and means the own side",
    "names something shared, in general",
    "names one thing both of them want here",
  ),
  "offer-options": levelsOf(
    "offers one way, as the only one",
    "offers one way that can be changed",
    "puts two ways on the table to choose from",
  ),
  "set-limit": levelsOf(
    "threatens",
    "says no, and leaves open what follows",
    "says calmly what they themselves will do",
  ),
  "ask-permission": levelsOf(
    "announces that there is something",
    "asks for a moment, without saying what for",
    "asks whether now is a moment and says what it is about",
  ),
  situation: levelsOf(
    "says “always” or “in general”",
    "names an occasion, without day or place",
    "names the one occasion with its day and place",
  ),
  behaviour: levelsOf(
    "names a character or a motive",
    "says what was done, with a judging word",
    "says only what could be seen and heard",
  ),
  impact: levelsOf(
    "says that it was bad",
    "says what it caused, in general",
    "says what it caused, and for whom",
  ),
  invite: levelsOf(
    "asks for agreement",
    "asks how it was, and answers it at once",
    "asks how they saw it and takes up the answer",
  ),
  "agree-next": levelsOf(
    "asks that it be different",
    "names a step, without a day",
    "settles one step with its day",
  ),
  anchor: levelsOf(
    "hints at it, or orders it",
    "says it, among reasons and apologies",
    "says the figure or the thing once and plainly",
  ),
  reason: levelsOf(
    "gives a reason that is about oneself alone",
    "gives a reason nobody could check",
    "gives one reason the other side can check",
  ),
  silence: levelsOf(
    "asks, and answers it oneself",
    "asks more than one thing at once",
    "asks one thing and stops",
  ),
  trade: levelsOf(
    "takes whatever is left",
    "asks for less, without a shape",
    "offers a first step, or something for something",
  ),
  hold: levelsOf(
    "says the same thing again",
    "stays with it and passes over the no",
    "shows the no was heard and stays with the point",
  ),
  "open-question": levelsOf(
    "asks something that is advice",
    "asks what can be answered with yes or no",
    "asks so that they can tell it their way",
  ),
  affirm: levelsOf(
    "praises in general",
    "names what they are",
    "names something they did or carried, in particular",
  ),
  reflect: levelsOf(
    "says “I know how you feel”",
    "repeats the words",
    "says back what was meant, with its feeling",
  ),
  summarise: levelsOf(
    "passes to the own point",
    "gathers what was said, without checking",
    "gathers what was said and asks whether it is right",
  ),
  "ask-offer": levelsOf(
    "tells them what to do",
    "offers, without asking first",
    "asks whether an idea is welcome, then gives it",
  ),
};

function levelsOf(begun: string, done: string, doneWell: string): Anchors {
  return { begun, done, "done-well": doneWell };
}
