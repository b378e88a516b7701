-- What DuckDB and Trino say differently. Models use these names; another engine defines them in its own words.

-- Score 1 to 5 by the share of n people who have a strictly smaller value; integers only, so that nothing is rounded.
CREATE OR REPLACE MACRO share_below_score(smaller, n) AS CAST(1 + (5 * smaller) // n AS INTEGER);

-- The elements of an array with a text between them.
CREATE OR REPLACE MACRO array_join(elements, separator) AS array_to_string(elements, separator);

-- First day of the month of a day.
CREATE OR REPLACE MACRO month_of(day) AS CAST(date_trunc('month', day) AS DATE);
