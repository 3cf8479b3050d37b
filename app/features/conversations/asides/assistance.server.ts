import { sql } from "drizzle-orm";
import type { Assistance } from "#app/features/conversations/conversation.ts";
import { asides, turns } from "#db/schema/conversations.ts";
import { runs } from "#db/schema/runs.ts";

/**
 * A column of a query over `turns`: what the learner had looked at when this was said, also on the way to another branch,
 * for it was known by then. Null where that is nothing. A draft or a question counts once the coach has said something to it.
 */
export const assistance = sql<Assistance | null>`(
  select json_build_object('drafts', count(*) filter (where kind = 'draft'),
    'hints', count(*) filter (where kind = 'hint'),
    'questions', count(*) filter (where kind = 'question')) from ${asides}
  where ${asides.conversationId} = ${turns.conversationId} and ${asides.turnId} = ${turns.parentId}
    and ${asides.createdAt} < ${turns.createdAt}
    and (kind = 'hint' or exists (select from ${runs} where ${runs.subject} = 'aside'
      and ${runs.conversationId} = ${asides.conversationId} and ${runs.subjectId} = ${asides.id}
      and ${runs.text} <> ''))
  having count(*) > 0)`;
