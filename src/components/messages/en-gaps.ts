import type {Format} from "../format.ts";
import type {Need} from "../gaps/needs.ts";
import {counted} from "./english.ts";

/** What the page of sources and gaps says, and what any page says where a source is missing. */
export const enGaps = (f: Format) => ({
  gapsTitle: "Sources and gaps",
  gapsHeadline: (d: {full: number; reports: number; first: string | null}) =>
    d.first === null
      ? `All ${counted(f, d.reports, "report")} have the data they need.`
      : `${d.full === 0 ? "None" : f.integer(d.full)} of ${counted(f, d.reports, "report")} ${d.full > 1 ? "are" : "is"} complete. Next to collect: ${d.first}.`,
  gapsLead: (d: {present: number; sources: number; used: number; filled: number}) =>
    `The shop delivers ${f.integer(d.present)} of ${f.integer(d.sources)} kinds of record. Of the ${counted(f, d.filled, "field")} in them, ${f.integer(d.used)} feed a report.`,

  gapsReportsTitle: "Reports and what they lack",
  gapsReportsSubtitle:
    "Complete: has everything that it uses. Partial: right, but says less. Missing: lacks what it is about.",
  gapsReport: "Report",
  gapsQuestion: "Question, and the decision it serves",
  gapsStatus: "Status",
  gapsLacks: "What it lacks",
  gapsStatuses: {full: "Complete", degraded: "Partial", absent: "Missing"},
  gapsLacksNothing: "nothing",

  gapsNextTitle: "What to collect next",
  gapsNextSubtitle: "What completes the most reports first, then what improves the most",
  gapsNextNone: "Nothing is missing for the reports that there are.",
  gapsCompletes: (titles: readonly string[]) => `Completes: ${titles.join(", ")}`,
  gapsImproves: (titles: readonly string[]) => `Improves: ${titles.join(", ")}`,
  gapsAnyOf: (n: number): string => (n === 1 ? "Deliver" : "Deliver any one of"),

  gapsSourcesTitle: "Kinds of record",
  gapsSourcesSubtitle: (n: number) =>
    `The ${n} kinds that the data layer knows; delivered ones with their accepted records`,
  gapsSource: "Kind of record",
  gapsRecords: "Records",
  gapsFields: "Fields",
  gapsBrings: "What it brings",
  gapsUsedBy: "Used by",
  gapsNotDelivered: "not delivered",
  gapsFieldsOf: (filled: number, all: number) => `${f.integer(filled)} of ${f.integer(all)}`,
  gapsNobody: "no report yet",

  gapsUsageTitle: "Which field feeds which report",
  gapsUsageSubtitle:
    "Found in the queries themselves: a field counts where its values reach a published figure or decide which records count",
  gapsField: "Field",
  gapsDelivered: "Delivered",
  gapsYes: "yes",
  gapsNo: "no",
  gapsRequired: "required",
  gapsOtherTable: "a table that no report shows",
  gapsFieldsUsed: (used: number, all: number) => `${f.integer(used)} of ${counted(f, all, "field")} used`,

  gapsUnusedTitle: (n: number) =>
    n === 0
      ? "Every delivered field is used"
      : `${counted(f, n, "delivered field")} ${n === 1 ? "feeds" : "feed"} no report`,
  gapsUnusedSubtitle: "Collecting costs: either find a use for them, or save the effort of asking customers and staff",

  missingTitle: (what: string) => `Not part of the data: ${what}`,
  missingMore: "Sources and gaps",

  needs: {
    buyers: {
      name: "who ordered",
      without: "No order names a customer, so nobody can be followed from month to month.",
      brings: "With a customer number on orders you would see segments, moves between them, and what is at stake.",
    },
    order_times: {
      name: "when it was ordered",
      without: "No order has a time.",
      brings: "With the time of orders you would see months, recency and seasons.",
    },
    cancellations: {
      name: "cancellations",
      without: "Cancelled orders count as sold.",
      brings:
        "With cancellations you would see revenue that stayed, and no segment resting on an order that fell through.",
    },
    returns: {
      name: "returns",
      without: "Net revenue does not take returned goods off.",
      brings: "With returns you would see net instead of gross revenue, and who sends back what they buy.",
    },
    registration: {
      name: "registrations",
      without: "People are known from their first order on.",
      brings: "With the day of registration you would see prospects: who signed up and has not bought yet.",
    },
    contacts: {
      name: "contacts",
      without: "Each customer number counts as a person.",
      brings: "With e-mail, phone or card you would see one person where there are several accounts or guest orders.",
    },
    city: {
      name: "cities",
      without: "Nobody’s city is known.",
      brings: "With the city of delivery you would see where segments grow and shrink.",
    },
    channel: {
      name: "order channels",
      without: "Nobody’s channel is known.",
      brings: "With the channel you would see web, app, store and call centre apart.",
    },
    payment_method: {
      name: "payment methods",
      without: "How orders were paid is unknown.",
      brings: "With the payment method you would see how each segment pays.",
    },
    coupons: {
      name: "coupons",
      without: "Whether a coupon was used is unknown.",
      brings: "With coupon codes you would see which segments buy only when they are given something.",
    },
    gender: {
      name: "gender",
      without: "Nobody’s gender is known.",
      brings: "With gender you would see who is in each segment.",
    },
    birth_year: {
      name: "years of birth",
      without: "Nobody’s age is known.",
      brings: "With the year of birth you would see segments by age.",
    },
    acquisition_source: {
      name: "acquisition sources",
      without: "Nobody knows where customers were won.",
      brings: "With the source you would see which channel brings customers who stay.",
    },
    products_sold: {
      name: "products on order lines",
      without: "What was bought is unknown.",
      brings: "With product codes you would see baskets, repeat purchases and what goes together.",
    },
    units: {
      name: "units",
      without: "How many were bought is unknown.",
      brings: "With units you would see basket sizes and prices paid.",
    },
    product_tree: {
      name: "product categories",
      without: "Products stand alone.",
      brings: "With categories you would see what each segment is drawn to, at every level.",
    },
    deliveries: {
      name: "deliveries",
      without: "Whether goods came in time is unknown.",
      brings: "With promised and actual days you would see late deliveries and what they cost in loyalty.",
    },
    footprints: {
      name: "footprints besides orders",
      without: "Only an order shows that somebody is still there.",
      brings:
        "With visits, opened messages, calls or tickets you would see who is fading before an order fails to come.",
    },
    calls: {
      name: "calls",
      without: "Calls are unknown.",
      brings: "With calls and their reasons you would see complaints before customers leave.",
    },
    tickets: {
      name: "tickets",
      without: "Tickets are unknown.",
      brings: "With tickets you would see what goes wrong, how long an answer takes, and who leaves after it.",
    },
    messages: {
      name: "messages",
      without: "What was sent to whom, and what came of it, is unknown.",
      brings: "With messages and their events you would see opens, clicks and unsubscribes beside purchases.",
    },
    visits: {
      name: "visits",
      without: "Visits are unknown.",
      brings: "With visits you would see interest before the order, and visitors who leave without one.",
    },
    social_posts: {
      name: "social posts",
      without: "What is said in public is unknown.",
      brings: "With posts you would see the mood about the shop, month by month.",
    },
    campaigns: {
      name: "campaigns",
      without: "Campaigns are unknown.",
      brings: "With campaigns and their cost you would see which ones pay.",
    },
    campaign_assignments: {
      name: "campaign audiences",
      without: "Who was in a campaign, and who was held out, is unknown.",
      brings: "With audiences and control groups you would see what a campaign changed.",
    },
    offers: {
      name: "offers",
      without: "Offers are unknown.",
      brings: "With offers you would see which discount, gift or coupon works.",
    },
    spend: {
      name: "advertising spend",
      without: "What a new customer cost is unknown.",
      brings: "With spend per channel you would see the cost of a customer beside the value.",
    },
    consents: {
      name: "consents",
      without: "Who may be contacted is unknown.",
      brings: "With consents you would see how many of a segment can be reached, and on which channel.",
    },
    survey_answers: {
      name: "survey answers",
      without: "What customers say is unknown.",
      brings: "With answers you would see satisfaction beside behaviour.",
    },
    subscriptions: {
      name: "subscriptions",
      without: "Subscriptions are unknown.",
      brings: "With subscriptions you would see when and why contracts end.",
    },
    exchange_rates: {
      name: "exchange rates",
      without: "Other currencies cannot be converted.",
      brings: "With daily rates you would see sales in other currencies in the reporting one.",
    },
    targets: {
      name: "targets",
      without: "There is nothing to measure the month against.",
      brings: "With targets you would see the gap, and the pace that would close it.",
    },
  } satisfies Record<Need, {name: string; without: string; brings: string}>,

  /** Kinds of record: name, and what they bring. */
  entities: {
    order_lines: ["Order lines", "What was sold, for how much: the one source that is needed"],
    orders: ["Orders", "Who, when, where and by which channel, once per order; contacts of guests"],
    cancellations: ["Cancellations", "Revenue that stayed; reasons"],
    returns: ["Returns", "Net revenue; return rates and reasons"],
    customers: ["Customers", "Prospects; age, gender, city and where they were won"],
    identifiers: ["Identifiers", "One person where there are several accounts"],
    products: ["Products", "Three levels of categories, prices"],
    deliveries: ["Deliveries", "Deliveries in time, by carrier and region"],
    calls: ["Calls", "Complaints and questions by phone, waiting times"],
    tickets: ["Tickets", "Complaints and questions in writing, time to answer"],
    messages: ["Messages", "How often each customer is written to"],
    message_events: ["Message events", "Opens, clicks, bounces and unsubscribes"],
    web_events: ["Visits", "Interest before the order, visitors without one"],
    social_posts: ["Social posts", "Mood and reasons, in public"],
    campaigns: ["Campaigns", "Goals, programmes, cost"],
    campaign_assignments: ["Campaign audiences", "What a campaign changed, against a control group"],
    offers: ["Offers", "What each discount or gift is worth"],
    spend: ["Advertising spend", "What a new customer costs, by channel"],
    consents: ["Consents", "Who may be reached, on which channel"],
    survey_answers: ["Survey answers", "Satisfaction, and reasons in the customer’s words"],
    subscriptions: ["Subscriptions", "Contracts that begin and end"],
    exchange_rates: ["Exchange rates", "Sales in other currencies"],
    targets: ["Targets", "What a month is measured against"],
  } as Record<string, [name: string, brings: string]>,
});
