-- What DuckDB and Trino say differently. Models use these names; another engine defines them in its own words.

-- Score 1 to 5 by the share of n people who have a strictly smaller value; integers only, so that nothing is rounded.
CREATE OR REPLACE MACRO share_below_score(smaller, n) AS CAST(1 + (5 * smaller) // n AS INTEGER);

-- Score 1 to 5 by the place among n people, 1 the lowest: groups of equal size, as pandas.qcut cuts them.
CREATE OR REPLACE MACRO place_score(place, n) AS CAST(greatest(1, (5 * (place - 1) + greatest(n - 1, 1) - 1) // greatest(n - 1, 1)) AS INTEGER);

-- Where a value stands between two others, 0 to 1; 0 where they are equal.
CREATE OR REPLACE MACRO place_between(value, lowest, highest) AS coalesce(CAST(value - lowest AS DOUBLE) / nullif(CAST(highest - lowest AS DOUBLE), 0), 0);

-- Tier of a weighted score, by the smallest score of each; null for nobody's score.
CREATE OR REPLACE MACRO tier_of(score, platinum, gold, silver) AS CASE
  WHEN score >= platinum THEN 'platinum' WHEN score >= gold THEN 'gold' WHEN score >= silver THEN 'silver' WHEN score IS NOT NULL THEN 'bronze'
END;

-- The elements of an array with a text between them.
CREATE OR REPLACE MACRO array_join(elements, separator) AS array_to_string(elements, separator);

-- First day of the month of a day.
CREATE OR REPLACE MACRO month_of(day) AS CAST(date_trunc('month', day) AS DATE);
