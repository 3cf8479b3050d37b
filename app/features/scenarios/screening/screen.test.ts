import { expect, test } from "vitest";
import { screen, type ScreenPart } from "./screen.ts";

type Line = [part: ScreenPart, text: string];

const refused: Record<string, Line[]> = {
  minors: [
    ["person", "my 15-year-old son"],
    ["person", "my daughter, who is 12"],
    ["person", "my teenager"],
    ["person", "a pupil of mine"],
    ["person", "my girlfriend, she is sixteen"],
    ["person", "my little sister"],
    ["person", "the toddler next door"],
    ["person", "Mia, 9 years old"],
    ["person", "a schoolgirl from my street"],
    ["person", "my kid"],
    ["person", "my students (14-15)"],
    ["person", "a boy from school"],
    ["person", "my son, 10"],
    ["person", "my daughter (7)"],
    ["person", "a high school student"],
    ["portrait", "You are Mia, 14, and you hate school."],
    ["portrait", "You are a teenager with a phone."],
    ["portrait", "You are Tom, a 12-year-old boy."],
    ["story", "I have to talk to my 14-year-old about the phone."],
    ["story", "It is about my son, who is 13, and his homework."],
    ["aim", "Tell my teenage daughter that she is grounded"],
  ],
  sexual: [
    ["aim", "Have sex with her tonight"],
    ["story", "I want her to send me nudes."],
    ["aim", "Seduce my neighbour"],
    ["person", "my sexting partner"],
    ["story", "A sexual role play where he is naked."],
    ["aim", "Get him into bed"],
    ["story", "We talk dirty on the phone and I want more."],
    ["aim", "That she agrees to a threesome"],
    ["story", "She undresses slowly."],
    ["aim", "Watch porn together"],
    ["aim", "I want him to dominate me in bed"],
    ["story", "A roleplay with my sexy secretary."],
  ],
  identifying: [
    ["person", "my boss Sarah Connor"],
    ["story", "You can reach him at tom.miller@example.com."],
    ["story", "Her number is +44 7700 900123."],
    ["story", "His number is 0171 5553322."],
    ["story", "She lives at 12 Baker Street with her cat."],
    ["person", "the landlord of Lindenstraße 14"],
    ["story", "My landlord is called Peter Mayer."],
    ["story", "Look at instagram.com/tom_m for proof."],
    ["story", "He posts as @tom_miller88 all day."],
    ["story", "The account is DE89 3704 0044 0532 0130 00."],
    ["story", "She was born on 12.03.1981."],
    ["story", "My neighbour Anna Schmidt plays the piano at night."],
    ["story", "Call her: (555) 123-4567."],
    ["story", "Employee number: A1234567."],
    ["person", "John Smith, my boss"],
    ["story", "I work for Mr. Jonathan Harker at the mill."],
    ["story", "His license plate number is B-MW 1234."],
    ["story", "Mail her at ruth dot meyer at web dot de."],
    ["story", "She is called Sarah O'Connor."],
  ],
  coercion: [
    ["aim", "Blackmail him with the photos"],
    ["aim", "Make her afraid to leave me"],
    ["aim", "Force them to sign the contract"],
    ["aim", "Threaten my ex so that he pays"],
    ["aim", "Manipulate her into giving me the money"],
    ["aim", "That she drops the charges"],
    ["aim", "I won't take no for an answer"],
    ["aim", "Keep her from seeing her friends"],
    ["story", "I want to threaten him with a lawsuit I do not have."],
    ["story", "I'm going to blackmail my manager with what I know."],
    ["story", "I'll hurt him if he says no."],
    ["story", "I will threaten to tell her boss her secret unless she comes back to me."],
    ["story", "I want to tell her family about it or else."],
    ["aim", "She obeys out of fear"],
    ["aim", "He stays because he is afraid to leave"],
    ["aim", "They don't dare to say no any more"],
    ["aim", "Guilt-trip my mother into paying"],
    ["aim", "get her drunk and then ask"],
    ["aim", "make him do what I want by threatening to expose him"],
    ["aim", "pretend to be from the bank and get his password"],
    ["aim", "Get her to lie to the police for me"],
    ["story", "I will ruin his life if he does not pay."],
    ["aim", "Convince my mother to sign over her house"],
  ],
};

/** What people come here for, and what only sounds like one of the above. */
const welcome: Line[] = [
  ["person", "my manager"],
  ["person", "my grown-up daughter"],
  ["person", "my adult child"],
  ["person", "my landlord of five years"],
  ["person", "a colleague, two years in the team"],
  ["person", "my brother, 29"],
  ["person", "Dr Hall, my doctor"],
  ["person", "my kid's teacher"],
  ["person", "the mother of a 6-year-old in my daughter's class"],
  ["person", "my six-year-old's football coach"],
  ["person", "the father of two small children"],
  ["portrait", "You are Ruth, 41, the mother of two children, 6 and 9."],
  ["portrait", "You are Tom. Your daughter is 12 and you drive her everywhere."],
  ["portrait", "You are Ben, a child psychologist, and you have had a long week."],
  ["person", "my 80-year-old father"],
  ["person", "my sister, she is 41"],
  ["person", "the owner of a 5-year-old company"],
  ["story", "I have to leave at four because my daughter is 3 and the day care closes."],
  ["story", "My ex and I have two kids, 6 and 9, and we disagree about the summer."],
  ["story", "My son's teacher says he disturbs the class."],
  ["story", "The teenagers upstairs are loud, and I have to talk with their mother."],
  ["story", "I want to report sexual harassment by a colleague."],
  ["story", "I have not told my parents that I am gay."],
  ["story", "We have not been close since the baby, and I miss her."],
  ["story", "I was raped years ago and want to tell my sister."],
  ["aim", "Say no to sex without losing him"],
  ["aim", "Tell him that I am not ready to sleep with him"],
  ["story", "My manager threatens me with a bad review."],
  ["story", "He manipulates me, and I want to tell him so."],
  ["story", "My brother was blackmailed last year."],
  ["story", "She forces me to work weekends."],
  ["aim", "That he stops threatening me"],
  ["aim", "That she is not afraid of me any more"],
  ["aim", "That I do not agree out of guilt"],
  ["story", "She is afraid to tell her boss, and I am not."],
  ["story", "He threatens to tell my parents unless I stay."],
  ["story", "I will tell her family that we come on Sunday."],
  ["aim", "That we agree without threatening him"],
  ["aim", "A date for the repair, in writing"],
  ["aim", "46,000 a year from March on"],
  ["aim", "That she pays back the 3,900 by the 30th"],
  ["story", "It was 2019 when I started here, and since 12.03. nothing has happened."],
  ["story", "He owes me 4200 euros since 2021."],
  ["story", "My boss Ruth said in October that the budget is closed."],
  ["story", "My sister Anna Maria is the eldest of us."],
  ["story", "On Monday my manager Tom Wednesday-plans the week."],
  ["story", "My friend Priya said it is the Human Resources policy."],
  ["story", "The rent went up by 10 % in March 2024."],
  ["story", "We live on the same street, number 12."],
  ["story", "He keeps saying no, and I want to hear why."],
  ["story", "I want her to stop sharing my photos."],
  ["aim", "Tell her plainly that I will look for another job"],
  ["person", "my daughter (24)"],
  ["person", "my 18-year-old son"],
  ["person", "my boss, 17 years in the firm"],
  ["person", "an old friend from high school"],
  ["aim", "Ask him to stop sending me nudes"],
  ["aim", "Tell her I do not want to have sex"],
  ["story", "The project is called Blue Whale."],
  ["story", "My cat called Mister Pickles died."],
  ["story", "She hits her kids and I want to say something."],
  ["story", "He stalks me on Instagram."],
  ["aim", "That she stops hitting me"],
  ["story", "I don't want to be forced to resign."],
  ["story", "The naked truth is that I am afraid of her."],
];

test.each(Object.entries(refused))("%s is found, and told as it was typed", (reason, lines) => {
  const missed = lines.filter(([part, text]) => screen([{ field: "x", part, text }])[0]?.reason !== reason);
  expect(missed).toEqual([]);
  for (const [part, text] of lines) expect(text).toContain(screen([{ field: "x", part, text }])[0]?.found);
});

test.each([
  ["my son, 15", "15"],
  ["my daughter (7)", "7"],
  ["Mia, 9 years old", "9 years old"],
])("of %s no stray mark is quoted", (text, found) => {
  expect(screen([{ field: "x", part: "person", text }])[0]?.found).toBe(found);
});

test("what people come here for is let through", () => {
  const stopped = welcome.flatMap(([part, text]) =>
    screen([{ field: "x", part, text }]).map((fault) => [part, text, fault.reason, fault.found]),
  );
  expect(stopped).toEqual([]);
});

test("each field is told once, and invisible letters hide nothing", () => {
  const faults = screen([
    { field: "who", part: "person", text: "my te\u200benager" },
    { field: "goal", part: "aim", text: "ｂｌａｃｋｍａｉｌ him, or seduce him" },
    { field: "happened", part: "story", text: "Nothing yet." },
  ]);
  expect(faults.map(({ field, reason }) => [field, reason])).toEqual([
    ["who", "minors"],
    ["goal", "sexual"],
  ]);
});
