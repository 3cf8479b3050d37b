import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Said } from "#app/features/coaching/debrief/debrief.ts";
import { readDebrief } from "#app/features/coaching/debrief/read-debrief.ts";
import { assistance } from "#app/features/conversations/asides/assistance.server.ts";
import { readContent } from "#app/features/scenarios/queries.server.ts";
import type { Database } from "#db/client.server.ts";
import { conversationSessions, messages, turns } from "#db/schema/conversations.ts";
import { debriefs } from "#db/schema/debriefs.ts";
import { runs } from "#db/schema/runs.ts";
import { scenarios, scenarioVersions } from "#db/schema/scenarios.ts";
import { isAssisted } from "./assisted.ts";
import { type Attempt, type Progress, progressIn } from "./progress.ts";

/** So many attempts are looked at, the latest: what was practised long ago says little about today. */
const latestAttempts = 60;

/** What have this person's debriefs shown over time? Each end of a conversation that was looked back on is one attempt. */
export async function progressOf(db: Database, personId: string): Promise<Progress> {
  const rows = await db
    .select({
      conversationId: debriefs.conversationId,
      turnId: debriefs.turnId,
      text: sql<string>`${runs.text}`,
      at: turns.createdAt,
      slug: scenarios.slug,
      versionId: scenarioVersions.id,
      content: scenarioVersions.content,
    })
    .from(debriefs)
    .innerJoin(
      runs,
      and(
        eq(runs.conversationId, debriefs.conversationId),
        eq(runs.subject, "debrief"),
        eq(runs.subjectId, debriefs.id),
        inArray(runs.status, ["complete", "truncated"]),
      ),
    )
    .innerJoin(turns, and(eq(turns.conversationId, debriefs.conversationId), eq(turns.id, debriefs.turnId)))
    .innerJoin(conversationSessions, eq(conversationSessions.id, debriefs.conversationId))
    .innerJoin(scenarioVersions, eq(scenarioVersions.id, conversationSessions.scenarioVersionId))
    .innerJoin(scenarios, eq(scenarios.id, scenarioVersions.scenarioId))
    .where(eq(conversationSessions.ownerId, personId))
    .orderBy(desc(turns.createdAt))
    .limit(latestAttempts);
  const taken = await turnsOf(db, [...new Set(rows.map(({ conversationId }) => conversationId))]);
  return progressIn(
    rows.map(({ conversationId, turnId, text, at, slug, versionId, content }): Attempt => {
      const { title, framework } = readContent(versionId, content);
      const path = wayTo(taken.get(conversationId) ?? [], turnId);
      const said = path.flatMap(({ id, ordinal, learner }): Said[] =>
        learner === null ? [] : [{ turnId: id, ordinal, text: learner }],
      );
      const { debrief } = readDebrief(text, { framework, said });
      return {
        conversationId,
        scenario: { slug, title },
        framework,
        at: at.toISOString(),
        assisted: isAssisted(path),
        levels: Object.fromEntries(debrief.skills.map(({ move, level }) => [move, level])),
      };
    }),
  );
}

type TakenTurn = Awaited<ReturnType<typeof storedTurns>>[number];

async function turnsOf(db: Database, conversationIds: string[]): Promise<Map<string, TakenTurn[]>> {
  const rows = conversationIds.length === 0 ? [] : await storedTurns(db, conversationIds);
  return Map.groupBy(rows, ({ conversationId }) => conversationId);
}

function storedTurns(db: Database, conversationIds: string[]) {
  return db
    .select({
      conversationId: turns.conversationId,
      id: turns.id,
      parentId: turns.parentId,
      ordinal: turns.ordinal,
      coachMode: turns.coachMode,
      assisted: assistance,
      learner: messages.text,
    })
    .from(turns)
    .leftJoin(
      messages,
      and(
        eq(messages.conversationId, turns.conversationId),
        eq(messages.turnId, turns.id),
        eq(messages.role, "user"),
      ),
    )
    .where(inArray(turns.conversationId, conversationIds));
}

/** The turns of the branch that ends with this one. */
function wayTo(all: TakenTurn[], turnId: string): TakenTurn[] {
  const known = new Map(all.map((turn) => [turn.id, turn]));
  const way: TakenTurn[] = [];
  for (let at = known.get(turnId); at; at = at.parentId === null ? undefined : known.get(at.parentId))
    way.unshift(at);
  return way;
}
