ENDLESS = "SELECT pg_sleep(30)"

# Longer than the limit of tests.
SLOW = "SELECT pg_sleep(1)"

# How many connections are at a statement.
RUNNING = "SELECT COUNT(*) FROM pg_stat_activity WHERE state = 'active' AND query = %s"
