-- The indicators that this room's facts answer.
update strategy.indicators set expression = 'median(review.signatures where kind = agreement)' where code = 'K05' and formula is null and expression is null;
update strategy.indicators set expression = 'share(count(review.actions where in_time = true), count(review.actions))' where code = 'K14' and formula is null and expression is null;
update strategy.indicators set expression = 'median(review.steps where body_kind = committee)' where code = 'K38' and formula is null and expression is null;
