"""Typing errors: words one edit away, by a letter too many, too few, wrong, or two swapped."""

from string import ascii_lowercase, digits

SHORTEST = 4  # below that, too many words are one edit away
LETTERS = ascii_lowercase + digits


def one_edit_from(word: str) -> set[str]:
    """All texts one edit away from the word; none for short words and numbers."""
    if len(word) < SHORTEST or len(word) > 30 or not word.isalpha():
        return set()
    halves = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    missing = {left + letter + right for left, right in halves for letter in LETTERS}
    too_many = {left + right[1:] for left, right in halves if right}
    wrong = {left + c + right[1:] for left, right in halves if right for c in LETTERS}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    return (missing | too_many | wrong | swapped) - {word}
