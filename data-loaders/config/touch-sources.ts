/** Entities that say when somebody was in touch with the shop, beside orders. */
const touchEntities = ["web_events", "message_events", "calls", "tickets", "survey_answers"] as const;

/** Whether a shop delivers any of them: else nobody pays for footprints and engagement. */
export function hasTouches(sources: Readonly<Record<string, unknown>>): boolean {
  return touchEntities.some((entity) => sources[entity] !== undefined);
}
