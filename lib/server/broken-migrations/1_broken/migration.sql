-- For the test of the migration runner: the second statement fails.
CREATE TABLE half_done (id int);
SELECT 1 / 0;
