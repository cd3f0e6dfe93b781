from django.contrib.auth.hashers import Argon2PasswordHasher


class PasswordHasher(Argon2PasswordHasher):
    """OWASP's recommendation; when it grows, old hashes follow at the next sign-in."""

    memory_cost = 19_456
    time_cost = 2
    parallelism = 1
