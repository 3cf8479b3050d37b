/**
 * What three kinds of learner would type in one scenario, in order: `rude` blames and threatens, `passive` hedges and
 * gives in, `skilled` uses the framework. Tests play them against the rules to see three different endings.
 */
export type Learners = { rude: string[]; passive: string[]; skilled: string[] };
