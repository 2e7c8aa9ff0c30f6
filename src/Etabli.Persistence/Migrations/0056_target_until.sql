-- A target holds until a day, when one is said.
alter table improvement.indicator add target_until date;
