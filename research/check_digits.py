"""Check digits: whether an identifier was typed as it was given out."""

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def orcid_check(text: str) -> bool:
    """ISO 7064 MOD 11-2 over the first fifteen digits; ten is written X."""
    digits = text.replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    remainder = (12 - total % 11) % 11
    return digits[-1] == ("X" if remainder == 10 else str(remainder))


def ror_check(text: str) -> bool:
    """98 − (100·n mod 97), n being the first seven characters as Crockford's base 32."""
    n = 0
    for character in text[:7]:
        n = n * 32 + CROCKFORD.index(character)
    return int(text[7:]) == 98 - (100 * n) % 97
