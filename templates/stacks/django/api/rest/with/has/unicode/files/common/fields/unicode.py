def is_well_formed(value: str) -> bool:
    """Tell whether a text has no half of a surrogate pair."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
