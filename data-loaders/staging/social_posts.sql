-- One row per post about the shop.
-- view
SELECT
  post_id,
  posted_at,
  network,
  handle,
  sentiment,
  reason
FROM source_social_posts
