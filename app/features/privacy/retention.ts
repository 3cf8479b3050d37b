/** What a guest has practised is deleted so many days after it was last used. Users' content stays until they delete it. */
export const guestContentDays = 30;
