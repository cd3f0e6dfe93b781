# On MySQL, a SLEEP that is all of a statement ends without an error.
ENDLESS = "SELECT 1 FROM django_migrations WHERE SLEEP(30)"

# Longer than the driver waits for the shortest limit.
SLOW = "SELECT SLEEP(3)"

# How many connections are at a statement.
RUNNING = "SELECT COUNT(*) FROM information_schema.processlist WHERE info = %s"
