"""Django makes a database of its own beside the one that TEST_DATABASE_URL names."""
