-- One row per answer to a survey.
-- view
SELECT
  answer_id,
  customer_id,
  order_id,
  survey,
  question,
  score,
  answered_at
FROM source_survey_answers
